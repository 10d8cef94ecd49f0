package io.github.scorelane.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.kernel.family.CategoricalKernel;
import io.github.scorelane.kernel.family.GammaKernel;
import io.github.scorelane.kernel.family.NormalSampler;
import io.github.scorelane.kernel.family.PlackettLuceKernel;
import io.github.scorelane.kernel.math.Deviance;
import io.github.scorelane.kernel.math.Digamma;
import io.github.scorelane.kernel.math.LogGamma;
import io.github.scorelane.kernel.math.Probit;
import io.github.scorelane.kernel.stream.SplitStream;
import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that a thread that outlives an application, as threads of a server's pool do, does not hold the application's class loader.
 */
class ClassLoaderTest {
    /** Number of collections after which an object that is still there counts as held. */
    private static final int COLLECTIONS = 20;

    /** Uses all kernels that keep something for each thread. */
    public static final class Application implements Runnable {
        @Override
        public void run() {
            int n = 4096;
            SplitStream stream = SplitStream.of(1);
            double[] x = new double[n];
            double[] y = new double[n];
            NormalSampler.sample(0, 1, stream, 0, x, 0, n);
            stream.uniforms(0, x, 0, n);
            Probit.probit(x, 0, y, 0, n);
            LogGamma.logGamma(x, 0, y, 0, n);
            Digamma.digamma(x, 0, y, 0, n);
            Deviance.deviance(x, 0, 2, y, 0, n);
            Deviance.deviance(x, y, y, 0, 1024);
            GammaKernel.sample(0.5, 1, stream, 0, x, 0, 1024);
            new PlackettLuceKernel(new double[] {0, 1, 2}).sample(stream, 0, new double[3][n], 0, n);
            CategoricalKernel.sample(new double[3][n], stream, 0, x, 0, 1024);
            Workspace.ofThread().doubles();
            Workspace.ofThread().giveBack(1, 0);
        }
    }

    /** Runs an application in a class loader of its own, in a thread that lives on. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) throws Exception {
            try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
                WeakReference<ClassLoader> loader = run(pool);
                for (int i = 0; i < COLLECTIONS && !loader.refersTo(null); i++) {
                    System.gc();
                    // The pool's thread is alive all the while.
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

    @ParameterizedTest
    @ValueSource(strings = {"-Dscorelane.vector.cold=0", "-Dscorelane.vector.bits=0"})
    void aThreadOfAPoolDoesNotHoldIt(String kernels) {
        var jvm = FreshJvm.run(Main.class, List.of("--add-modules=jdk.incubator.vector", kernels));
        assertEquals("collected", jvm.output().lines().filter(line -> line.matches("collected|held")).findFirst()
                .orElse(jvm.output()));
    }
}
