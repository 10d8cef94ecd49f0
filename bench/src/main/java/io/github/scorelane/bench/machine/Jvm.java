package io.github.scorelane.bench.machine;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to start JVMs on this one's class path.
 *
 * @param wrapper the command that starts the JVM's, or nothing
 * @param flags the JVM's flags
 */
public record Jvm(List<String> wrapper, List<String> flags) {
    private static final Gson GSON = new Gson();

    /** Starts a program, and leaves its output to whoever reads it. */
    public ProcessBuilder program(Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--add-modules=jdk.incubator.vector");
        command.addAll(flags);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    /** Runs a program whose output is shown, and reads the JSON that it leaves in the file that is its last argument. */
    public <T> T answer(Class<?> main, List<String> arguments, TypeToken<T> type) throws IOException, InterruptedException {
        return answer(main, arguments, type.getType(), true);
    }

    /** Runs a program whose output is shown only if it fails, and reads the JSON that it leaves in the same way. */
    public <T> T quietAnswer(Class<?> main, List<String> arguments, Class<T> type) throws IOException, InterruptedException {
        return answer(main, arguments, type, false);
    }

    private <T> T answer(Class<?> main, List<String> arguments, Type type, boolean isShown)
            throws IOException, InterruptedException {
        Path file = Files.createTempFile("scorelane-bench", ".json");
        try {
            List<String> all = new ArrayList<>(arguments);
            all.add(file.toString());
            ProcessBuilder program = program(main, all);
            Process process = (isShown ? program.redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT)
                    : program.redirectErrorStream(true)).start();
            String said = isShown ? "" : new String(process.getInputStream().readAllBytes());
            requireSuccess(process, said);
            return GSON.fromJson(Files.readString(file), type);
        } finally {
            Files.delete(file);
        }
    }

    /** Waits for the end of a program, and fails as it does. */
    public static void requireSuccess(Process process, String said) throws InterruptedException {
        if (process.waitFor() != 0) {
            throw new IllegalStateException("a JVM ended with exit code " + process.exitValue()
                    + (said.isEmpty() ? "" : ": " + said));
        }
    }
}
