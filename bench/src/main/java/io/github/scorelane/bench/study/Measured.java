package io.github.scorelane.bench.study;

import io.github.scorelane.bench.machine.Machine;
import java.util.Map;

/** The measurements of one run of a study. */
public interface Measured {
    /** The machine that they were made on, in lines of a name and a value. */
    Map<String, String> machine();

    /** The same machine, whose lines can be asked for by their names. */
    default Machine madeOn() {
        return Machine.of(machine());
    }
}
