package io.github.scorelane.bench.paired;

import io.github.scorelane.bench.turns.PairJvm;
import io.github.scorelane.bench.turns.TimedTask;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** A kernel that is timed in a JVM of its own. */
final class RemoteKernel implements TimedTask, AutoCloseable {
    private final Process process;
    private final Writer requests;
    private final BufferedReader answers;

    /** Starts the JVM, which first makes other kernels hot, one after the other, each for so long. */
    RemoteKernel(List<String> jvmFlags, Kernel kernel, int size, int hotMilliseconds, List<Kernel> others)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                kernel.name(), Integer.toString(size), Integer.toString(hotMilliseconds)));
        others.forEach(other -> arguments.add(other.name()));
        process = PairJvm.warm(jvmFlags).program(KernelServer.class, arguments)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        requests = process.outputWriter();
        answers = process.inputReader();
    }

    @Override
    public long time(int calls) {
        try {
            requests.write(calls + "\n");
            requests.flush();
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(KernelServer.ANSWER)) {
                    return Long.parseLong(line.substring(KernelServer.ANSWER.length()));
                }
            }
            throw new IOException("the kernel's JVM ended");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the JVM's input, upon which it ends too. */
    @Override
    public void close() throws IOException {
        requests.close();
        answers.close();
    }
}
