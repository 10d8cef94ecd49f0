package io.github.scorelane.bench.study;

import io.github.scorelane.bench.machine.Machine;
import java.util.List;

/**
 * The wishes that the command line has of a study.
 *
 * @param isShort tells whether to measure in a few minutes, and not so well
 * @param rest the arguments that are the study's own
 * @param machine the one that this runs on
 */
public record Request(boolean isShort, List<String> rest, Machine machine) {
    /** The arguments of a study that can be asked for a part of itself. */
    public Selection selection() {
        return Selection.parse(rest);
    }

    /** Refuses arguments, for a study that takes none. */
    public void requireNothingElse() {
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException("unknown arguments: " + rest);
        }
    }
}
