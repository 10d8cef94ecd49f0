package io.github.scorelane.bench.cold;

import io.github.scorelane.bench.machine.Jvm;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The JVMs of the study, as a user would start them: of vectors, of the scalar twins, of plain programs. */
final class ColdJvm {
    private static final String TWINS = "-Dscorelane.vector.bits=0";
    private static final List<String> ONE_CORE = List.of("taskset", "-c", "0");

    private ColdJvm() {}

    /** Tells whether a JVM can be held on one processor. */
    static boolean canHoldOnOneCore() {
        try {
            return new ProcessBuilder(Stream.concat(ONE_CORE.stream(), Stream.of("true")).toList()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static Jvm of(Runs runs, List<String> flags, boolean onOneCore) {
        return new Jvm(onOneCore ? ONE_CORE : List.of(),
                runs == Runs.TWINS ? Stream.concat(flags.stream(), Stream.of(TWINS)).toList() : flags);
    }

    /**
     * The times that a whole program takes.
     *
     * @param wall seconds on the wall, from before its start until after its end
     * @param cpu seconds of its processor time, as it says itself at its end
     */
    record Times(double wall, double cpu) {}

    /** Runs a whole program and looks at the clock. Its last line of output ends with its processor time in ms. */
    static Times time(Jvm jvm, Class<?> main, List<String> arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = jvm.program(main, arguments).redirectErrorStream(true);
        long start = System.nanoTime();
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes()).strip();
        Jvm.requireSuccess(process, said);
        return new Times((System.nanoTime() - start) * 1e-9, Long.parseLong(said.substring(said.lastIndexOf(' ') + 1)) * 1e-3);
    }
}
