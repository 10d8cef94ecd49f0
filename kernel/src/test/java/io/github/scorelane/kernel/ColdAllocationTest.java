package io.github.scorelane.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.github.scorelane.kernel.family.NormalSampler;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Counts bytes that kernels allocate while they are not hot, or when they are hot and get a value that they have not seen. A vector
 * loop that is not compiled allocates hundreds of bytes an element, and takes as many nanoseconds.
 */
class ColdAllocationTest {
    private static final String VECTORS = "--add-modules=jdk.incubator.vector";
    private static final Pattern BYTES = Pattern.compile("bytes an element: (\\S+), hot: (\\w+)");
    private static final int N = 1024;

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static void report(long before, long elements) {
        System.out.println("bytes an element: " + (allocated() - before) / (double) elements + ", hot: "
                + Gate.all().stream().anyMatch(Gate::isHot));
    }

    /** Draws and takes exponentials in a JVM that has just begun, and from then on until kernels are hot. */
    static final class Fresh {
        private Fresh() {}

        public static void main(String[] arguments) {
            int calls = Integer.parseInt(arguments[0]);
            double[] x = new double[N];
            SplitStream stream = SplitStream.of(1);
            NormalSampler.sample(0, 1, stream, 0, x, 0, N); // This call loads classes.
            long before = allocated();
            for (int i = 0; i < calls; i++) {
                NormalSampler.sample(0, 1, stream, (long) i * N, x, 0, N);
                Exp.exp(x, 0, x, 0, N);
                Log.log(x, 0, x, 0, N);
            }
            report(before, 3L * N * calls);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:TieredStopAtLevel=4", "-XX:TieredStopAtLevel=3", "-XX:TieredStopAtLevel=1", "-Xint"})
    void coldKernelsDoNotMakeObjectsOfTheirElements(String compilers) {
        int calls = compilers.endsWith("4") ? 60_000 : 300;
        String output = FreshJvm.run(Fresh.class, List.of(VECTORS, compilers), Integer.toString(calls)).output();
        assertTrue(bytes(output) < 1, output);
    }

    /** Gives a hot kernel values that it was not given before. */
    static final class Special {
        private Special() {}

        public static void main(String[] arguments) {
            boolean isLog = arguments[0].equals("log");
            double[] x = new double[N];
            double[] y = new double[N];
            Arrays.fill(x, 2);
            Gate.load();
            for (int i = 0; i < 2_000_000 && Gate.all().stream().noneMatch(Gate::isHot); i++) {
                work(isLog, x, y);
            }
            for (int i = 0; i < 2_000; i++) {
                work(isLog, x, y);
            }
            x[100] = Double.parseDouble(arguments[1]);
            x[500] = x[100];
            long before = allocated();
            work(isLog, x, y);
            x[100] = 2;
            x[500] = 2;
            for (int i = 0; i < 1_000; i++) {
                work(isLog, x, y);
            }
            report(before, 1_001L * N);
        }

        private static void work(boolean isLog, double[] x, double[] y) {
            if (isLog) {
                Log.log(x, 0, y, 0, N);
            } else {
                Exp.exp(x, 0, y, 0, N);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"log 0", "log NaN", "log 1e-320", "log Infinity", "log -1", "exp 800", "exp -800", "exp NaN"})
    void aValueThatIsNewToAHotKernelMakesNoObjects(String kernelAndValue) {
        assumeTrue(Lanes.BITS > 128, "no vectors with masks");
        String output = FreshJvm.run(Special.class, List.of(VECTORS), kernelAndValue.split(" ")).output();
        assertTrue(output.contains("hot: true"), output);
        assertTrue(bytes(output) < 1, output);
    }

    private static double bytes(String output) {
        Matcher found = BYTES.matcher(output);
        assertTrue(found.find(), output);
        return Double.parseDouble(found.group(1));
    }
}
