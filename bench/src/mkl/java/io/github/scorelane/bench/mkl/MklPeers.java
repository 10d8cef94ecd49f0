package io.github.scorelane.bench.mkl;

import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.paired.Comparison;
import io.github.scorelane.bench.paired.PeerSource;
import io.github.scorelane.bench.speed.ArrayBenchmark;
import io.github.scorelane.bench.speed.Points;
import io.github.scorelane.bench.turns.Task;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.mkl.global.mkl_rt;
import org.bytedeco.mkl.global.mkl_rt.MKLVersion;

/** MKL's contenders, each in one thread. */
public final class MklPeers implements PeerSource {
    private static final double MEAN = ArrayBenchmark.MEAN;
    private static final double SIGMA = ArrayBenchmark.STANDARD_DEVIATION;
    private static final long SEED = ArrayBenchmark.SEED;

    private final Optional<String> absence = whyNot();

    /** Loads MKL, where it can run. */
    public MklPeers() {}

    @Override
    public Optional<String> absence() {
        return absence;
    }

    /** The version, the code that it chose for this processor, and a note if it was told another maker of the processor. */
    @Override
    public String description() {
        MKLVersion version = new MKLVersion();
        mkl_rt.MKL_Get_Version(version);
        return "Intel MKL " + version.MajorVersion() + "." + version.UpdateVersion() + ", for "
                + version.Processor().getString() + (System.getenv().containsKey("LD_PRELOAD") ? " (a library was preloaded)" : "");
    }

    @Override
    public List<Task> tasks(Comparison comparison) {
        int n = comparison.elements();
        return switch (comparison) {
            case UNIFORMS -> List.of(uniforms("mkl-philox", MklStream.philox(SEED), n),
                    uniforms("mkl-sfmt", MklStream.sfmt(SEED), n));
            case LOG -> List.of(log("mkl-ha", mkl_rt.VML_HA, n), log("mkl-la", mkl_rt.VML_LA, n));
            case EXP -> List.of(exp("mkl-ha", mkl_rt.VML_HA, n), exp("mkl-la", mkl_rt.VML_LA, n));
            case NORMAL -> List.of(
                    normals("mkl-bm2-philox", MklStream.BOXMULLER2, MklStream.philox(SEED), n),
                    normals("mkl-bm2-sfmt", MklStream.BOXMULLER2, MklStream.sfmt(SEED), n),
                    normals("mkl-icdf-philox", MklStream.ICDF, MklStream.philox(SEED), n),
                    normals("mkl-icdf-sfmt", MklStream.ICDF, MklStream.sfmt(SEED), n));
            case ESTIMATE -> List.of(estimate("mkl-bm2", MklStream.BOXMULLER2, n), estimate("mkl-icdf", MklStream.ICDF, n));
            default -> List.of();
        };
    }

    @Override
    public List<Task> draws(Family family, int size) {
        return MklDraws.of(family, size);
    }

    private static Task uniforms(String name, MklStream stream, int n) {
        DoublePointer u = MklArray.of(n);
        return new Task(name, () -> stream.uniforms(n, u), () -> MklArray.copy(u));
    }

    private static Task log(String name, long accuracy, int n) {
        DoublePointer x = MklArray.of(Points.positive(n));
        DoublePointer y = MklArray.of(n);
        return new Task(name, () -> mkl_rt.vmdLn(n, x, y, accuracy), () -> MklArray.copy(y));
    }

    private static Task exp(String name, long accuracy, int n) {
        DoublePointer x = MklArray.of(Points.uniform(n));
        DoublePointer y = MklArray.of(n);
        return new Task(name, () -> mkl_rt.vmdExp(n, x, y, accuracy), () -> MklArray.copy(y));
    }

    private static Task normals(String name, int method, MklStream stream, int n) {
        DoublePointer x = MklArray.of(n);
        return new Task(name, () -> stream.normals(method, n, x, MEAN, SIGMA), () -> MklArray.copy(x));
    }

    private static Task estimate(String name, int method, int n) {
        MklEstimator estimator = new MklEstimator(MEAN, SIGMA, MklStream.sfmt(SEED), method);
        return Task.repeated(name, () -> estimator.estimate(n));
    }

    private static Optional<String> whyNot() {
        String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!platform.equals("Linux amd64")) {
            return Optional.of("not measured: it is fetched for Linux amd64 only, and this is " + platform + ".");
        }
        try {
            mkl_rt.MKL_Set_Num_Threads(1);
            return Optional.empty();
        } catch (LinkageError e) {
            return Optional.of("not measured: its libraries do not load here (" + e.getMessage() + ").");
        }
    }
}
