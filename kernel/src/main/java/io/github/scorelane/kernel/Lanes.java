package io.github.scorelane.kernel;

import io.github.scorelane.kernel.math.Fma;
import java.lang.System.Logger.Level;
import jdk.incubator.vector.VectorShape;

/**
 * Decides once which vectors this JVM has: their width, or the reason why the scalar twins do all the work.
 *
 * <p>The width is the hardware's own unless {@code -Dscorelane.vector.bits} is 0 (scalar twins only), 128, 256 or 512. Results are
 * the same bits at every width. When vectors take over from the twins, {@link Gate} decides for each loop.
 *
 * <p>To decide takes some 20 milliseconds, so kernels ask nothing of this class before {@link VectorLoader} has asked it.
 */
public final class Lanes {
    /** Name of the system property that forces a width. */
    public static final String PROPERTY = VectorOptions.BITS;

    /** Number of bits of a vector: 128, 256 or 512, or 0 if the scalar twins do all the work. */
    public static final int BITS;

    /** Number of doubles in a vector, or 0. */
    public static final int COUNT;

    /** True if loops that compare or blend may run in vectors. */
    static final boolean MASKS;

    /** Reason why there are no vectors, or null if there are. */
    private static final String ABSENT;

    static {
        String forced = VectorOptions.forcedBits();
        ABSENT = forced.equals("0") ? "-D" + PROPERTY + "=0" : whyNoVectors();
        if (ABSENT == null) {
            int preferred = Hardware.bits();
            BITS = forced.isEmpty() ? preferred : Integer.parseInt(forced);
            if (BITS > preferred) {
                warn("-D" + PROPERTY + "=" + BITS + " is wider than this hardware's " + preferred
                        + " bits: each vector is emulated, a hundred times slower");
            }
        } else {
            BITS = 0;
            if (!forced.equals("0")) {
                warn("Scorelane runs without SIMD, slower but to the same bits: " + ABSENT);
            }
        }
        COUNT = BITS / Double.SIZE;
        MASKS = BITS > 128 || BITS == 128 && !System.getProperty("os.arch", "").matches("amd64|x86_64|x86");
    }

    private Lanes() {}

    /**
     * Says what runs, for a person.
     *
     * @return for example {@code "8 lanes of 64 bits (512-bit vectors)"}, or {@code "scalar (reason)"}
     * @throws IllegalArgumentException if a system property has a value that it cannot have
     */
    public static String description() {
        VectorOptions.check();
        return BITS == 0
                ? "scalar (" + ABSENT + ")"
                : COUNT + " lanes of " + Double.SIZE + " bits (" + BITS + "-bit vectors"
                        + (VectorOptions.forcedBits().isEmpty() ? ")" : ", forced by -D" + PROPERTY + ")");
    }

    private static String whyNoVectors() {
        if (!Module.isThere()) {
            return "the module jdk.incubator.vector is not there; start java with"
                    + " --add-modules=jdk.incubator.vector";
        }
        if (!Fma.isHardware()) {
            return "the hardware has no fused multiply-add; software does each in some 10 ns";
        }
        String compiler = Compiler.whyNoVectors();
        return compiler != null ? compiler
                : Hardware.bits() < 128 ? "the hardware has no vectors of 128 bits or more" : null;
    }

    private static void warn(String message) {
        System.getLogger(Lanes.class.getName()).log(Level.WARNING, message);
    }

    /** Tells if the vector module is there, without deciding anything else. */
    static final class Module {
        private Module() {}

        static boolean isThere() {
            return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        }
    }

    /** Isolates the code that names vectors: this class is loaded only where the vector module is there. */
    private static final class Hardware {
        private Hardware() {}

        static int bits() {
            return Math.min(512, VectorShape.preferredShape().vectorBitSize());
        }
    }
}
