package io.github.scorelane.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColdStartTest {
    private static final String VECTORS = "--add-modules=jdk.incubator.vector";

    /** Prints, for calls of 1,000 elements, how many of them vectors get, and how often in a row. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            int calls = 0;
            int share = Lanes.vectors(1000);
            StringBuilder shares = new StringBuilder("shares");
            for (int call = 1; call <= 100_000; call++) {
                int next = Lanes.vectors(1000);
                if (next != share) {
                    shares.append(' ').append(share).append('x').append(call - calls);
                    calls = call;
                    share = next;
                }
            }
            System.out.println(shares + " then " + share + ", " + Lanes.vectors(10) + " of 10");
        }
    }

    @Test
    void twinsWorkFirstThenVectorsALittleThenVectorsAlone() {
        assertEquals("shares 0x64000 64x16000 then 1000, 10 of 10", shares(VECTORS));
    }

    @Test
    void aForcedWidthIsUsedFromTheFirstElementOn() {
        assertEquals("shares then 1000, 10 of 10", shares(VECTORS, "-Dscorelane.vector.bits=128"));
    }

    @Test
    void itsLengthCanBeSet() {
        assertEquals("shares 0x5 64x16000 then 1000, 10 of 10", shares(VECTORS, "-Dscorelane.vector.cold=5000"));
        assertEquals("shares then 1000, 10 of 10", shares(VECTORS, "-Dscorelane.vector.cold=0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "", "1e6", "1000000001"})
    void anyOtherLengthIsRefused(String cold) {
        var jvm = FreshJvm.run(Main.class, List.of(VECTORS, "-Dscorelane.vector.cold=" + cold));
        assertTrue(jvm.output().contains("system property scorelane.vector.cold is not between 0 and 1000000000: " + cold),
                jvm.output());
    }

    @Test
    void withoutVectorsTheTwinsDoItAll() {
        assertEquals("shares then 0, 0 of 10", shares(VECTORS, "-Dscorelane.vector.bits=0"));
    }

    private static String shares(String... flags) {
        return FreshJvm.run(Main.class, List.of(flags)).output().lines().filter(line -> line.startsWith("shares"))
                .findFirst().orElse("none");
    }
}
