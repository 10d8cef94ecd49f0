package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.distribution.Gamma;
import io.github.scorelane.distribution.NormalMixture;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Tests that a system property with a wrong value is named at each use, and is not hidden by a class that could not be
 * initialised.
 */
class RefusedPropertyTest {
    /** Uses the library, and prints the result or the exception. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            for (int time = 0; time < 2; time++) {
                say(() -> ScoreFunctionEstimator.of(Gamma.of(2, 1)).samples(5_000).estimate(x -> x));
                say(() -> ScoreFunctionEstimator.of(NormalMixture.of(new double[] {0.5, 0.5}, new double[2], new double[] {1, 2}))
                        .samples(5_000).estimate(x -> x));
                say(() -> Environment.warmUp(Gamma.of(2, 1)));
                say(Environment::description);
            }
        }

        private static void say(Runnable use) {
            try {
                use.run();
                System.out.println("used");
            } catch (Throwable e) {
                System.out.println("ends: " + e);
            }
        }
    }

    @Test
    void isNamedAtEachUse() {
        String output = ForkedJvm.run(Main.class, "-Dscorelane.vector.bits=64");
        List<String> ends = output.lines().filter(line -> line.matches("(ends|used).*")).toList();
        String refusal = "ends: java.lang.IllegalArgumentException: system property scorelane.vector.bits is not 0, 128, 256 or"
                + " 512: 64";
        assertEquals(Collections.nCopies(8, refusal), ends, output);
    }
}
