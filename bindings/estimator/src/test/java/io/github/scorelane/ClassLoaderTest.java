package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.distribution.ConditionalNormal;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Normal;
import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Tests that an application's class loader can be collected, though a thread and a class of functions outlive the
 * application.
 */
class ClassLoaderTest {
    private static final int COLLECTIONS = 20;

    /** The application uses scratch, and functions each of which is called so often that it gets a loop of its own. */
    public static final class Application implements Runnable {
        @Override
        @SuppressWarnings("unchecked") // main puts the functions into the system's properties
        public void run() {
            var numbers = ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(5_000_000).seed(1).baseline(Baseline.none());
            var vectors = ScoreFunctionEstimator.of(DiagonalNormal.of(new double[2], new double[] {1, 1})).samples(5_000_000)
                    .seed(1).baseline(Baseline.none());
            for (int i = 0; i < 2; i++) {
                numbers.estimate(x -> x + 1);
                numbers.parallel(2).estimate(x -> x * x);
                // A class of functions that outlives the application.
                numbers.estimate((DoubleUnaryOperator) System.getProperties().get("number"));
                vectors.estimate(x -> x[0]);
                vectors.estimate(x -> x[1]);
                vectors.estimate((ToDoubleFunction<double[]>) System.getProperties().get("vector"));
            }
            ConditionalEstimator.of(ConditionalNormal.of()).estimate(new double[][] {{0}, {1}}, (row, x) -> x);
        }
    }

    /** Runs the application in a class loader of its own, in a thread that outlives it, with functions that do so, too. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) throws Exception {
            System.getProperties().put("number", (DoubleUnaryOperator) x -> 2 * x);
            System.getProperties().put("vector", (ToDoubleFunction<double[]>) x -> x[0] * x[1]);
            try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
                WeakReference<ClassLoader> loader = run(pool);
                for (int i = 0; i < COLLECTIONS && !loader.refersTo(null); i++) {
                    System.gc();
                    // The thread of the pool must be alive all the while.
                    pool.submit(() -> { }).get();
                }
                System.out.println(loader.refersTo(null) ? "collected" : "held");
            }
        }

        private static WeakReference<ClassLoader> run(ExecutorService pool) throws Exception {
            List<URL> urls = new ArrayList<>();
            for (String path : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator))) {
                urls.add(Path.of(path).toUri().toURL());
            }
            try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
                Class<?> application = loader.loadClass(Application.class.getName());
                if (application == Application.class) {
                    throw new IllegalStateException("the application has no class loader of its own");
                }
                pool.submit((Runnable) application.getConstructor().newInstance()).get();
                return new WeakReference<>(loader);
            }
        }
    }

    /**
     * The JDK holds some of its method handles by soft references, and through them the application. With that switched off,
     * nothing else may hold it.
     */
    @Test
    void anApplicationIsCollected() {
        String output = ForkedJvm.run(Main.class, "-Dscorelane.vector.bits=0", "-XX:SoftRefLRUPolicyMSPerMB=0");
        assertEquals("collected", output.lines().filter(line -> line.matches("collected|held")).findFirst().orElse(output));
    }
}
