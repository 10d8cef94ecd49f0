package io.github.scorelane;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.engine.thread.Threads;
import io.github.scorelane.kernel.Lanes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Describes what estimates run on in this JVM, and warms it up. Their results do not depend on it, only their speed. */
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

    /**
     * Makes estimates with these distributions until their kernels are compiled, so that for those that follow little more than f
     * is left to compile. It is for services that cannot afford the first seconds; a program that ends soon is slower with it. It
     * takes one to four seconds for a distribution on two processors, more for hundreds of coordinates, and ends after ten seconds
     * for each.
     *
     * <p>It draws from the distributions, takes their scores and densities, and estimates by
     * {@link Baseline#automatic()} and {@link Baseline#leaveOneOut()}. A user's f is not compiled by it, nor is what other
     * baselines and plans need; and a virtual machine may throw code away later, and make it anew.
     *
     * @param distributions the distributions, of any parameters that will be typical
     * @return whether all vector loops are in use that they need; false where {@link #description()} says that none are, where the
     *     time did not suffice, and where this thread is interrupted
     * @throws IllegalArgumentException if there are no distributions, or one has no score, as {@code Uniform}
     */
    public static boolean warmUp(UnivariateDistribution... distributions) {
        return WarmUp.run(Arrays.stream(distributions).map(WarmUp::of).toList());
    }

    /**
     * Does the same as {@link #warmUp(UnivariateDistribution...)} for distributions of vectors.
     *
     * @param distributions the distributions
     * @return whether all vector loops are in use that they need
     * @throws IllegalArgumentException if there are no distributions
     */
    public static boolean warmUp(MultivariateDistribution... distributions) {
        return WarmUp.run(Arrays.stream(distributions).map(WarmUp::of).toList());
    }

    /** Returns the processor's name where the system tells it, as Linux does on x86; else the architecture's. */
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
