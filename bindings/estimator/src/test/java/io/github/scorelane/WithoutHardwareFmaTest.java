package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.math.Fma;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests that estimates have the recorded bits in a JVM that has no fused multiply-add. It fails if {@link Fma} computes
 * a·b + c with two roundings.
 *
 * @see BitIdentityTest
 */
@Tag("no-fma")
class WithoutHardwareFmaTest {
    @Test
    void estimatesAreTheRecordedBits() throws IOException {
        assertFalse(Fma.isHardware());
        assertTrue(Environment.description().startsWith("scalar (the hardware has no fused multiply-add; "));
        BitIdentityTest.assertSame(BitIdentityTest.recorded(), BitIdentityTest.fingerprints(1), "without FMA");
    }
}
