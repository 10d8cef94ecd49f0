package io.github.scorelane.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColdStartTest {
    private static final String VECTORS = "--add-modules=jdk.incubator.vector";

    /** Prints, for calls of 1,000 elements, how many of them vectors get, and how often in a row. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            int calls = 0;
            int share = Lanes.vectors(1000);
            StringBuilder shares = new StringBuilder("shares");
            for (int call = 1; call <= 20_000; call++) {
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
        assertEquals("shares 0x4195 64x8388 then 1000, 10 of 10", shares(VECTORS));
    }

    @Test
    void aForcedWidthIsUsedFromTheFirstElementOn() {
        assertEquals("shares then 1000, 10 of 10", shares(VECTORS, "-Dscorelane.vector.bits=128"));
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
