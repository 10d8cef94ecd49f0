package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.Cauchy;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Gamma;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.kernel.Lanes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
    @TempDir
    Path folder;

    @Test
    void namesLanesThreadsJdkAndProcessorInOneLine() {
        String[] parts = Environment.description().substring(Lanes.description().length()).split("; ", -1);
        assertTrue(Environment.description().startsWith(Lanes.description()));
        assertEquals(4, parts.length);
        assertTrue(parts[1].matches("1 thread|\\d+ threads"), parts[1]);
        assertEquals("JDK " + Runtime.version(), parts[2]);
        assertTrue(parts[3].matches("\\S.*"), parts[3]);
        assertEquals(1, Environment.description().lines().count());
    }

    /** The code is the example of the user's guide. */
    @Test
    void warmsUpTheKernelsOfSomeDistributions() {
        assertEquals(Lanes.BITS > 0, Environment.warmUp(Normal.of(0, 1), Gamma.of(2, 1)));
        assertEquals(Lanes.BITS > 0, Environment.warmUp(DiagonalNormal.of(new double[2], new double[] {1, 2})));
        assertEquals(Lanes.BITS > 0, Environment.warmUp(Cauchy.of(0, 1)), "f has no mean, but a bound");
    }

    @Test
    void warmsUpNothing() {
        assertEquals("number of distributions is not strictly positive: 0",
                assertThrows(IllegalArgumentException.class, () -> Environment.warmUp(new UnivariateDistribution[0])).getMessage());
    }

    @Test
    void doesNotWarmUpInAThreadThatIsInterrupted() {
        Thread.currentThread().interrupt();
        assertFalse(Environment.warmUp(Normal.of(0, 1)));
        assertTrue(Thread.interrupted());
    }

    @Test
    void processorIsTheFirstModelName() throws IOException {
        assertEquals("AMD EPYC 9R14", Environment.processor(file("""
                processor\t: 0
                model\t\t: 17
                model name\t: AMD EPYC 9R14
                processor\t: 1
                model name\t: another
                """)));
    }

    @Test
    void processorIsTheArchitectureWhereThereIsNoName() throws IOException {
        String architecture = System.getProperty("os.arch");
        assertEquals(architecture, Environment.processor(folder.resolve("none")));
        assertEquals(architecture, Environment.processor(file("processor\t: 0\nBogoMIPS\t: 243.75\n")));
        assertEquals(architecture, Environment.processor(file("model name\t: \n")));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("cpuinfo"), text);
    }
}
