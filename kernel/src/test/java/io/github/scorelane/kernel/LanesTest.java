package io.github.scorelane.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.family.NormalSampler;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Probit;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanesTest {
    private static final String VECTORS = "--add-modules=jdk.incubator.vector";

    /** Prints what does the work. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            System.out.println("[" + Lanes.BITS + "] " + Lanes.description());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void aForcedWidthIsTaken(int bits) {
        var jvm = FreshJvm.run(Main.class, List.of(VECTORS, "-Dscorelane.vector.bits=" + bits));
        assertTrue(jvm.output().contains("[" + bits + "] " + bits / 64 + " lanes of 64 bits (" + bits
                + "-bit vectors, forced by -Dscorelane.vector.bits)"), jvm.output());
    }

    @Test
    void zeroBitsAreScalarWithoutAWarning() {
        var jvm = FreshJvm.run(Main.class, List.of(VECTORS, "-Dscorelane.vector.bits=0"));
        assertTrue(jvm.output().contains("[0] scalar (-Dscorelane.vector.bits=0)"), jvm.output());
        assertFalse(jvm.output().contains("without SIMD"), jvm.output());
    }

    @Test
    void anAbsentModuleWarnsOnceAndSaysHowToMendIt() {
        var jvm = FreshJvm.run(Main.class, List.of());
        assertTrue(jvm.output().contains("[0] scalar (the module jdk.incubator.vector is not there"), jvm.output());
        assertEquals(2, jvm.output().split("Scorelane runs without SIMD", -1).length, jvm.output());
        assertTrue(jvm.output().contains("start java with --add-modules=jdk.incubator.vector"), jvm.output());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
        "-Xint, the C2 compiler is off (interpreted mode",
        "-XX:TieredStopAtLevel=0, the C2 compiler is off (-XX:TieredStopAtLevel=0)",
        "-XX:TieredStopAtLevel=1, the C2 compiler is off (mixed mode, emulated-client",
        "-XX:TieredStopAtLevel=2, the C2 compiler is off (-XX:TieredStopAtLevel=2)",
        "-XX:TieredStopAtLevel=3, the C2 compiler is off (-XX:TieredStopAtLevel=3)",
        "-XX:CompilationMode=quick-only, the C2 compiler is off (mixed mode, emulated-client",
        "-XX:-EnableVectorSupport, the virtual machine's vector support is off (-XX:-EnableVectorSupport)"})
    void theReasonForNoVectorsIsNamed(String flag, String reason) {
        var jvm = FreshJvm.run(Main.class, List.of(VECTORS, "-XX:+UnlockExperimentalVMOptions", flag));
        assertTrue(jvm.output().contains("[0] scalar (" + reason), jvm.output());
        assertEquals(2, jvm.output().split("Scorelane runs without SIMD", -1).length, jvm.output());
    }

    @Test
    void withoutTheManagementModuleTheReasonIsNamed() {
        var jvm = FreshJvm.run(Main.class, List.of(VECTORS, "--limit-modules=java.base,java.logging,jdk.incubator.vector"));
        assertTrue(jvm.output().contains("[0] scalar (the module jdk.management, which tells of the compiler, is not there)"),
                jvm.output());
    }

    @Test
    void otherVirtualMachinesAreNamed() {
        assertEquals("its vectors were not measured on this virtual machine: Eclipse OpenJ9 VM",
                Compiler.whyNoVectors("Eclipse OpenJ9 VM", "JRE 25 Linux amd64-64-Bit Compressed References"));
    }

    @Test
    void withoutTieredCompilationThereAreVectors() {
        var jvm = FreshJvm.run(Main.class, List.of(VECTORS, "-XX:-TieredCompilation"));
        assertEquals(FreshJvm.run(Main.class, List.of(VECTORS)).output(), jvm.output());
    }

    @Test
    void aWidthBeyondTheHardwareWarns() {
        int preferred = preferredBits();
        if (preferred < 512) {
            var jvm = FreshJvm.run(Main.class, List.of(VECTORS, "-Dscorelane.vector.bits=512"));
            assertTrue(jvm.output().contains("is wider than this hardware's " + preferred + " bits"), jvm.output());
        } else {
            var jvm = FreshJvm.run(Main.class, List.of(VECTORS, "-XX:UseAVX=2", "-Dscorelane.vector.bits=512"));
            assertTrue(jvm.output().contains("is wider than this hardware's 256 bits"), jvm.output());
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "os.arch", matches = "amd64")
    void withoutFusedMultiplyAddsTheReasonIsNamed() {
        for (String flag : List.of("-XX:UseAVX=0", "-XX:-UseFMA")) {
            var jvm = FreshJvm.run(Main.class, List.of(VECTORS, flag));
            assertTrue(jvm.output().contains("[0] scalar (the hardware has no fused multiply-add; "), jvm.output());
            assertEquals(2, jvm.output().split("Scorelane runs without SIMD", -1).length, jvm.output());
        }
        assertFalse(FreshJvm.run(Main.class, List.of(VECTORS)).output().contains("no fused multiply-add"));
    }

    /** Uses kernels, and prints how that ends. */
    static final class Uses {
        private Uses() {}

        public static void main(String[] arguments) {
            double[] x = new double[16];
            say(() -> SplitStream.of(1).uniforms(0, x, 0, 16));
            say(() -> Log.log(x, 0, x, 0, 16));
            say(() -> Probit.probit(x, 0, x, 0, 16));
            say(Lanes::description);
            say(() -> NormalSampler.sample(0, 1, SplitStream.of(1), 0, x, 0, 16));
            Lanes.description();
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

    @ParameterizedTest
    @ValueSource(strings = {"64", "1024", "-1", "wide", "333", "0512"})
    void anyOtherWidthIsRefusedAtEachUse(String bits) {
        assertRefused("-Dscorelane.vector.bits=" + bits,
                "system property scorelane.vector.bits is not 0, 128, 256 or 512: " + bits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "", "1e6", "64000000"})
    void anyOtherColdStartIsRefusedAtEachUse(String cold) {
        assertRefused("-Dscorelane.vector.cold=" + cold, "system property scorelane.vector.cold is not 0: " + cold);
    }

    private static void assertRefused(String flag, String sentence) {
        for (List<String> flags : List.of(List.of(VECTORS, flag), List.of(flag))) {
            var jvm = FreshJvm.run(Uses.class, flags);
            List<String> ends = jvm.output().lines().filter(line -> line.matches("(ends|used).*")).toList();
            assertEquals(Collections.nCopies(5, "ends: java.lang.IllegalArgumentException: " + sentence), ends, jvm.output());
            assertTrue(jvm.output().contains("Exception in thread \"main\" java.lang.IllegalArgumentException: " + sentence),
                    jvm.output());
            assertEquals(1, jvm.exit());
        }
    }

    private static int preferredBits() {
        String output = FreshJvm.run(Main.class, List.of(VECTORS)).output();
        return Integer.parseInt(output.replaceAll("(?s).*\\[(\\d+)\\].*", "$1"));
    }
}
