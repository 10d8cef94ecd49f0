package io.github.scorelane.bench.paired;

import io.github.scorelane.bench.machine.Jdk;
import io.github.scorelane.bench.peer.BusyCommonsNormal;
import io.github.scorelane.bench.peer.CommonsNormal;
import io.github.scorelane.bench.peer.CommonsWords;
import io.github.scorelane.bench.peer.JdkMath;
import io.github.scorelane.bench.peer.JdkWords;
import io.github.scorelane.bench.peer.NormalFormula;
import io.github.scorelane.bench.speed.ArrayBenchmark;
import io.github.scorelane.bench.speed.Implementation;
import io.github.scorelane.bench.speed.Points;
import io.github.scorelane.bench.turns.Task;
import java.util.List;
import java.util.Optional;

/** The contenders that one would write in Java without Scorelane. */
final class JavaPeers implements PeerSource {
    private static final double MEAN = ArrayBenchmark.MEAN;
    private static final double SIGMA = ArrayBenchmark.STANDARD_DEVIATION;
    private static final long SEED = ArrayBenchmark.SEED;

    @Override
    public Optional<String> absence() {
        return Optional.empty();
    }

    @Override
    public String description() {
        return Jdk.description();
    }

    @Override
    public List<Task> tasks(Comparison comparison) {
        return switch (comparison) {
            case WORDS -> words();
            case UNIFORMS -> List.of(uniforms());
            case LOG -> logs();
            case EXP -> exps();
            case NORMAL -> List.of(normal());
            case NORMAL_BUSY -> List.of(busyNormal());
            case SCORES, SCORES_NOT_INLINED -> scores();
            case ESTIMATE -> List.of(Estimates.commons(comparison.elements()), Estimates.written(comparison.elements()));
            case ESTIMATE_OF_1, ESTIMATE_OF_16, ESTIMATE_OF_256 -> List.of(Estimates.commons(comparison.elements()));
            case TWO_THREADS -> List.of(Estimates.onThreads(Comparison.ONE_THREAD, Comparison.MANY, 1));
            case SCORES_AND_SUMS -> List.of(); // it is Scorelane itself, in another JVM
        };
    }

    private static List<Task> words() {
        long[] words = new long[Task.SIZE];
        CommonsWords commons = new CommonsWords(SEED);
        JdkWords jdk = new JdkWords(SEED);
        return List.of(Task.filling(Implementation.COMMONS, words, () -> commons.fill(words)),
                Task.filling(Implementation.JDK, words, () -> jdk.fill(words)));
    }

    private static Task uniforms() {
        double[] uniforms = new double[Task.SIZE];
        CommonsWords commons = new CommonsWords(SEED);
        return Task.filling(Implementation.COMMONS, uniforms, () -> commons.fill(uniforms));
    }

    private static List<Task> logs() {
        double[] x = Points.positive(Task.SIZE);
        double[] y = new double[Task.SIZE];
        return List.of(Task.filling(Implementation.JDK, y, () -> JdkMath.log(x, y)),
                Task.filling(Comparison.STRICT, y, () -> JdkMath.strictLog(x, y)));
    }

    private static List<Task> exps() {
        double[] x = Points.uniform(Task.SIZE);
        double[] y = new double[Task.SIZE];
        return List.of(Task.filling(Implementation.JDK, y, () -> JdkMath.exp(x, y)),
                Task.filling(Comparison.STRICT, y, () -> JdkMath.strictExp(x, y)));
    }

    private static Task normal() {
        double[] x = new double[Task.SIZE];
        CommonsNormal commons = new CommonsNormal(MEAN, SIGMA, SEED);
        return Task.filling(Implementation.COMMONS, x, () -> commons.sample(x));
    }

    private static Task busyNormal() {
        double[] x = new double[Task.SIZE];
        BusyCommonsNormal commons = new BusyCommonsNormal(MEAN, SIGMA, SEED, Task.SIZE);
        return Task.filling(Implementation.COMMONS, x, () -> commons.sample(x));
    }

    private static List<Task> scores() {
        double[] x = Points.normal(Task.SIZE);
        double[][] gradient = new double[2][Task.SIZE];
        NormalFormula formula = new NormalFormula(MEAN, SIGMA);
        return List.of(
                Task.filling(Implementation.COMMONS, gradient, () -> formula.gradLogPdf(x, gradient[0], gradient[1])),
                Task.filling(Implementation.HOISTED, gradient,
                        () -> formula.gradLogPdfHoisted(x, gradient[0], gradient[1])));
    }
}
