package io.github.scorelane.bench.cold;

import com.google.gson.GsonBuilder;
import io.github.scorelane.bench.machine.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures without the reports, so that two trees can be compared while one of them is being changed: this package and a few
 * others of the benchmarks are all that has to be compiled.
 */
public final class ColdMain {
    private ColdMain() {}

    /** Runs with {@code [-short] [-jvms N] [REGEX [FILE]] [-- JVM FLAGS]}; the file is for the measurements as JSON. */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> rest = new ArrayList<>(Arrays.asList(args));
        int flagsAt = rest.indexOf("--");
        List<String> flags = flagsAt < 0 ? List.of() : List.copyOf(rest.subList(flagsAt + 1, rest.size()));
        if (flagsAt >= 0) {
            rest.subList(flagsAt, rest.size()).clear();
        }
        ColdSettings settings = rest.remove("-short") ? ColdSettings.brief(flags) : ColdSettings.full(flags);
        int jvmsAt = rest.indexOf("-jvms");
        if (jvmsAt >= 0) {
            settings = settings.withJvms(Integer.parseInt(rest.remove(jvmsAt + 1)));
            rest.remove(jvmsAt);
        }
        ColdMeasurements measured = new ColdRun(settings, rest.isEmpty() ? "" : rest.getFirst())
                .measure(Machine.here(String.join(" ", args)));
        if (rest.size() > 1) {
            Files.writeString(Path.of(rest.get(1)),
                    new GsonBuilder().serializeSpecialFloatingPointValues().create().toJson(measured) + "\n");
        }
    }
}
