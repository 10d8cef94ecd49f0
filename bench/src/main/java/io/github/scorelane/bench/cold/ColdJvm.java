package io.github.scorelane.bench.cold;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts JVMs on this one's class path, as a user would start them. */
final class ColdJvm {
    static final String TWINS = "-Dscorelane.vector.bits=0";
    private static final List<String> ONE_CORE = List.of("taskset", "-c", "0");
    private static final Gson GSON = new Gson();

    private ColdJvm() {}

    /** Tells whether a JVM can be held on one processor. */
    static boolean canHoldOnOneCore() {
        try {
            List<String> command = new ArrayList<>(ONE_CORE);
            command.add("true");
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The command of a program's JVM. */
    static List<String> command(boolean onOneCore, List<String> flags, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(onOneCore ? ONE_CORE : List.of());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--add-modules=jdk.incubator.vector");
        command.addAll(flags);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return command;
    }

    /** Runs a program, and reads what it leaves as JSON in the file that is its last argument. */
    static <T> T run(boolean onOneCore, List<String> flags, Class<?> main, List<String> arguments, Class<T> type)
            throws IOException, InterruptedException {
        Path file = Files.createTempFile("scorelane-cold", ".json");
        try {
            List<String> all = new ArrayList<>(arguments);
            all.add(file.toString());
            // The JVM warns of an incubator module: that is read, and not shown each time.
            Process process = new ProcessBuilder(command(onOneCore, flags, main, all)).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException("a JVM ended with exit code " + process.exitValue() + ": " + said);
            }
            return GSON.fromJson(Files.readString(file), type);
        } finally {
            Files.delete(file);
        }
    }

    /**
     * The times that a whole program takes.
     *
     * @param wall seconds on the wall, from before its start until after its end
     * @param cpu seconds of its processor time, as it says itself at its end
     */
    record Times(double wall, double cpu) {}

    /** Runs a whole program and looks at the clock. Its last line of output ends with its processor time in ms. */
    static Times time(List<String> flags, Class<?> main, List<String> arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command(false, flags, main, arguments)).redirectErrorStream(true);
        long start = System.nanoTime();
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes());
        boolean ended = process.waitFor(1, TimeUnit.HOURS) && process.exitValue() == 0;
        double wall = (System.nanoTime() - start) * 1e-9;
        if (!ended) {
            throw new IllegalStateException("a program failed: " + said);
        }
        return new Times(wall, Long.parseLong(said.strip().substring(said.strip().lastIndexOf(' ') + 1)) * 1e-3);
    }
}
