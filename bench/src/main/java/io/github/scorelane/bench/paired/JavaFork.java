package io.github.scorelane.bench.paired;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a program of this package in a JVM of its own, and reads what it leaves in the file that is its last argument. */
final class JavaFork {
    private static final Gson GSON = new Gson();

    private JavaFork() {}

    /** Runs it in a JVM in which the library is warm from the start. */
    static <T> T run(List<String> jvmFlags, Class<?> main, List<String> arguments, TypeToken<T> type)
            throws IOException, InterruptedException {
        List<String> flags = new ArrayList<>(jvmFlags);
        flags.add(JavaCommand.WARM);
        Path file = Files.createTempFile("scorelane-paired", ".json");
        try {
            List<String> all = new ArrayList<>(arguments);
            all.add(file.toString());
            Process process = JavaCommand.of(flags, main, all).redirectOutput(ProcessBuilder.Redirect.INHERIT).start();
            requireSuccess(process);
            return GSON.fromJson(Files.readString(file), type);
        } finally {
            Files.delete(file);
        }
    }

    static void requireSuccess(Process process) throws InterruptedException {
        if (process.waitFor() != 0) {
            throw new IllegalStateException("a JVM ended with exit code " + process.exitValue());
        }
    }
}
