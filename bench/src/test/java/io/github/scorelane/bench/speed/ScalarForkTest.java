package io.github.scorelane.bench.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.scorelane.kernel.Lanes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** "scalar" is the twins indeed, and every benchmark has the same bits there as with SIMD. */
class ScalarForkTest {
    @Test
    void scalarForkRunsTheTwinsToTheSameBits() throws IOException, InterruptedException {
        String output = freshJvm(Implementation.SCALAR);
        assertTrue(output.contains("# Runs scalar: scalar (-Dscorelane.vector.bits=0) | JDK "), output);
        assertEquals("fingerprint 0 " + Fingerprint.of(Implementation.SIMD), fingerprint(output));
    }

    @Test
    void scalarIsRefusedWhereVectorsRunAlready() {
        assumeTrue(Lanes.BITS != 0, "this JVM has no vectors");
        WordsBenchmark benchmark = new WordsBenchmark();
        benchmark.implementation = Implementation.SCALAR;
        benchmark.size = 8;
        String before = System.getProperty(Lanes.PROPERTY);
        try {
            assertThrows(IllegalStateException.class, benchmark::setUp);
        } finally {
            if (before == null) {
                System.clearProperty(Lanes.PROPERTY);
            } else {
                System.setProperty(Lanes.PROPERTY, before);
            }
        }
    }

    private static String fingerprint(String output) {
        return output.lines().filter(line -> line.startsWith("fingerprint")).findFirst().orElse(output);
    }

    private static String freshJvm(String implementation) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector", "-classpath", System.getProperty("java.class.path"),
                Fingerprint.class.getName(), implementation).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
