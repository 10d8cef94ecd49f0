package io.github.scorelane;

import io.github.scorelane.engine.Threads;
import io.github.scorelane.kernel.Lanes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What estimates run on in this JVM. Their results do not depend on it, only their speed. */
public final class Environment {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final String MODEL = "model name";

    private Environment() {}

    /**
     * Says in one line what runs: the vectors, or the reason why there are none; the threads of {@code parallel()}; the JDK;
     * and the processor.
     *
     * @return for example {@code "8 lanes of 64 bits (512-bit vectors); 2 threads; JDK 25.0.3+9-LTS; AMD EPYC 9R14"}
     */
    public static String description() {
        int threads = Threads.commonPool().count();
        return Lanes.description() + "; " + threads + (threads == 1 ? " thread" : " threads") + "; JDK " + Runtime.version()
                + "; " + processor(CPU_INFO);
    }

    /** The processor's name where the system tells it, as Linux does on x86; else the architecture's. */
    static String processor(Path cpuInfo) {
        try (Stream<String> lines = Files.lines(cpuInfo)) {
            return lines.filter(line -> line.startsWith(MODEL))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .filter(name -> !name.isEmpty())
                    .findFirst().orElseGet(Environment::architecture);
        } catch (IOException | UncheckedIOException e) {
            return architecture();
        }
    }

    private static String architecture() {
        return System.getProperty("os.arch");
    }
}
