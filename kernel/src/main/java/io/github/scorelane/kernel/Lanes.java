package io.github.scorelane.kernel;

import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import jdk.incubator.vector.VectorShape;

/**
 * What the kernels run on, decided once per JVM: the vector width, or the reason why the scalar twins do all the work.
 *
 * <p>The width is the hardware's own unless {@code -Dscorelane.vector.bits} is 0 (scalar twins only), 128, 256 or 512.
 * Results are the same bits at every width.
 *
 * <p>Any other value is refused, and so is one of {@code -Dscorelane.vector.cold} that is out of range: who sets them measures, or
 * looks for a fault, and would take the default's figures for those of another setting if a warning were overlooked. The
 * refusal is an {@link IllegalArgumentException}, each time that a kernel asks what it runs on. Were it thrown while this class
 * is initialised, the first use would end with an {@link ExceptionInInitializerError}, and each later one with an error that
 * gives no reason.
 */
public final class Lanes {
    /** The system property that forces a width. */
    public static final String PROPERTY = "scorelane.vector.bits";

    /** Bits of a vector: 128, 256 or 512, or 0 where the scalar twins do all the work. */
    public static final int BITS;

    /** Doubles in a vector, or 0. */
    public static final int COUNT;

    private static final boolean MASKS;

    /** Why nothing runs: a property that is set to something else than its values; or null. */
    private static final String REFUSAL;

    private static final System.Logger LOGGER = System.getLogger(Lanes.class.getName());

    private static final String DESCRIPTION;

    static {
        String forced = System.getProperty(PROPERTY, "").strip();
        boolean known = forced.matches("|0|128|256|512");
        REFUSAL = known ? ColdStart.refusal() : "system property " + PROPERTY + " is not 0, 128, 256 or 512: " + forced;
        if (!known) {
            forced = "0";
        }
        String absent = forced.equals("0") ? "-D" + PROPERTY + "=0" : whyNoVectors();
        BITS = bits(forced, absent);
        COUNT = BITS / Double.SIZE;
        MASKS = BITS > 128 || BITS == 128 && !System.getProperty("os.arch", "").matches("amd64|x86_64|x86");
        DESCRIPTION = BITS == 0
                ? "scalar (" + absent + ")"
                : COUNT + " lanes of " + Double.SIZE + " bits (" + BITS + "-bit vectors"
                        + (forced.isEmpty() ? ")" : ", forced by -D" + PROPERTY + ")");
    }

    private Lanes() {}

    /**
     * How a kernel shares its work: so many of its elements, the first ones, in vectors, and the rest by the scalar twin.
     *
     * @param length how many there are
     * @return all of them in a warm JVM, few or none in a cold one, none where the scalar twins do all the work
     * @throws IllegalArgumentException if a system property has a value that it cannot have
     */
    public static int vectors(int length) {
        if (REFUSAL != null) {
            throw refusal();
        }
        return BITS > 0 ? ColdStart.head(length) : 0;
    }

    /**
     * The same for a kernel that compares or blends. On x86, C2 has no masks of two lanes: each is an object, and slower than
     * the scalar twin.
     *
     * @param length how many there are
     * @return as many as {@link #vectors}, or none where such masks would be needed
     * @throws IllegalArgumentException if a system property has a value that it cannot have
     */
    public static int masks(int length) {
        if (REFUSAL != null) {
            throw refusal();
        }
        return MASKS ? ColdStart.head(length) : 0;
    }

    /**
     * Says what runs, for a person.
     *
     * @return for example {@code "8 lanes of 64 bits (512-bit vectors)"}, or {@code "scalar (reason)"}
     * @throws IllegalArgumentException if a system property has a value that it cannot have
     */
    public static String description() {
        if (REFUSAL != null) {
            throw refusal();
        }
        return DESCRIPTION;
    }

    private static IllegalArgumentException refusal() {
        return new IllegalArgumentException(REFUSAL);
    }

    private static int bits(String forced, String absent) {
        if (forced.equals("0")) {
            return 0;
        }
        if (absent != null) {
            LOGGER.log(Level.WARNING, "Scorelane runs without SIMD, slower but to the same bits: " + absent);
            return 0;
        }
        int preferred = Hardware.bits();
        if (preferred < 256) {
            warnIfFmaIsEmulated();
        }
        int wanted = forced.isEmpty() ? preferred : Integer.parseInt(forced);
        if (wanted > preferred) {
            LOGGER.log(Level.WARNING, "-D" + PROPERTY + "=" + wanted + " is wider than this hardware's " + preferred
                    + " bits: each vector is emulated, a hundred times slower");
        }
        return wanted;
    }

    private static String whyNoVectors() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return "the module jdk.incubator.vector is not there; start java with"
                    + " --add-modules=jdk.incubator.vector";
        }
        String mode = System.getProperty("java.vm.info", "");
        if (mode.contains("interpreted mode") || mode.contains("emulated-client")) {
            return "the C2 compiler is off (" + mode + ")";
        }
        int preferred = Hardware.bits();
        return preferred < 128 ? "the hardware has no vectors of 128 bits or more" : null;
    }

    private static void warnIfFmaIsEmulated() {
        var options = ManagementFactory.getPlatformMXBean(com.sun.management.HotSpotDiagnosticMXBean.class);
        if (options != null && options.getVMOption("UseFMA").getValue().equals("false")) {
            LOGGER.log(Level.WARNING, "this machine has no fused multiply-add: each one is emulated in about 2,500 ns");
        }
    }

    /** Whether the user chose the width, which then is used from the first element on. */
    static boolean isForced() {
        return !System.getProperty(PROPERTY, "").isBlank();
    }

    /** Loaded only where the vector module is there. */
    private static final class Hardware {
        private Hardware() {}

        static int bits() {
            return Math.min(512, VectorShape.preferredShape().vectorBitSize());
        }
    }
}
