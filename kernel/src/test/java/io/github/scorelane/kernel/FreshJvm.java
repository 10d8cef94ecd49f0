package io.github.scorelane.kernel;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.SplittableUniformRandomProvider;

/** Runs a main class of the tests in a JVM of its own, with this module and its streams' interfaces alone on its class path. */
final class FreshJvm {
    private static final String CLASS_PATH =
            String.join(File.pathSeparator, Path.of("target", "classes").toString(), Path.of("target", "test-classes").toString(),
                    whereIs(SplittableUniformRandomProvider.class));

    /**
     * The outcome of a JVM.
     *
     * @param exit its exit code
     * @param output its output, errors among it
     */
    record Result(int exit, String output) {}

    private FreshJvm() {}

    private static String whereIs(Class<?> type) {
        return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString())).toString();
    }

    /** Runs {@code main} with these flags before its class path and these arguments after its name. */
    static Result run(Class<?> main, List<String> flags, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", CLASS_PATH, main.getName()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("the JVM did not end: " + command);
            }
            return new Result(process.exitValue(), output);
        } catch (IOException e) {
            throw new IllegalStateException(command.toString(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
