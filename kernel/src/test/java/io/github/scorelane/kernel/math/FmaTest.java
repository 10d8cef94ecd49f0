package io.github.scorelane.kernel.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The software's bits are those of {@link Math#fma}. Mutants that must fail: RN in place of RO; no test for a finite result; each
 * bound of {@link Fma} the next lower power of two at which it is wrong, 2^-970 for 2^-969 and 2^-916 for 2^-900; a tiny product
 * added to a zero; a product of 0 left out; no test for a subnormal result; parts of 25 or 27 bits.
 */
class FmaTest {
    /** Number of triples; without hardware the platform's method, with which results are compared, is a thousand times slower. */
    private static final int TRIPLES = Fma.isHardware() ? 10_000_000 : 20_000;

    @Test
    void theSoftwareHasTheBitsOfTheHardware() {
        compare(new FmaTriples(1), TRIPLES);
    }

    @Test
    @Tag("slow")
    void theSoftwareHasTheBitsOfTheHardwareInManyCases() {
        compare(new FmaTriples(2), 20L * TRIPLES);
    }

    private static void compare(FmaTriples triples, long count) {
        for (long i = 0; i < count; i++) {
            triples.next();
            double a = triples.a();
            double b = triples.b();
            double c = triples.c();
            double expected = Math.fma(a, b, c);
            if (Double.doubleToLongBits(Fma.software(a, b, c)) != Double.doubleToLongBits(expected)) {
                fail("fma(" + Double.toHexString(a) + ", " + Double.toHexString(b) + ", " + Double.toHexString(c) + ") is not "
                        + Double.toHexString(expected) + " but " + Double.toHexString(Fma.software(a, b, c)));
            }
        }
    }

    @Test
    void everyCombinationOfSpecialValuesHasTheBitsOfTheHardware() {
        double[] special = FmaTriples.SPECIAL;
        for (double a : special) {
            for (double b : special) {
                for (double c : special) {
                    String what = "fma(" + a + ", " + b + ", " + c + ")";
                    assertEquals(Math.fma(a, b, c), Fma.software(a, b, c), what);
                    assertEquals(Math.fma(a, b, c), Fma.fma(a, b, c), what);
                }
            }
        }
    }

    @Test
    void hardwareIsFoundWhereTheJvmUsesIt() {
        var options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        assertEquals(Boolean.parseBoolean(options.getVMOption("UseFMA").getValue()), Fma.isHardware());
    }

    @Test
    void ordinaryNumbersMakeNoObjects() {
        FmaTriples triples = new FmaTriples(3);
        double[] sum = new double[1];
        work(triples, sum);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work(triples, sum);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        // The platform's software makes more than 1,000 bytes for each.
        assertEquals(0, bytes / 10_000, () -> bytes + " bytes for 10,000 sums, " + sum[0]);
    }

    private static void work(FmaTriples triples, double[] sum) {
        for (int i = 0; i < 10_000; i++) {
            triples.nextOrdinary();
            sum[0] += Fma.software(triples.a(), triples.b(), triples.c());
            sum[0] += Fma.software(triples.a(), 0x1p-1000, triples.c());
            sum[0] += Fma.software(0.0, triples.b(), triples.c());
        }
    }
}
