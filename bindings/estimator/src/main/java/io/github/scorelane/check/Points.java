package io.github.scorelane.check;

import io.github.scorelane.distribution.HasFisherInformation;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Draws at which densities and scores are looked at, and how large each parameter's scores are, which is what a step of that
 * parameter is measured in: the log density changes by about 1 over a step of 1/√(Fisher information).
 */
final class Points {
    /** Points at which derivatives are tested: the first draws, and the extreme ones of a block. */
    static final int COUNT = 64;
    static final SplitStream STREAM = SplitStream.ofHashed(0x5c07ec4ec4L);
    private static final int EXTREME = 8;
    private static final int MOST_PARAMETERS = 2048;

    private final double[][] x;
    private final double[][] fisher;
    private final double[] scales;

    private Points(double[][] x, double[][] fisher, double[] scales) {
        this.x = x;
        this.fisher = fisher;
        this.scales = scales;
    }

    static Points of(Subject subject) {
        int n = subject.block();
        double[][] draws = subject.columns(n);
        double[][] statistics = new double[subject.distribution().statistics()][n];
        double[][] rows = subject.rows(n);
        subject.distribution().sample(STREAM, 0, draws, statistics, 0, n);
        subject.scoresOfDraws(draws, statistics, rows, 0, n);
        double[][] fisher = fisher(subject);
        double[] scales = new double[subject.count()];
        for (int k = 0; k < scales.length; k++) {
            double known = fisher == null ? Double.NaN : Math.sqrt(fisher[subject.index(k)][subject.index(k)]);
            scales[k] = isScale(known) ? known : rootMeanSquare(subject.row(rows, k));
            if (!isScale(scales[k])) {
                scales[k] = isScale(1 / Math.abs(subject.parameter(k))) ? 1 / Math.abs(subject.parameter(k)) : 1;
            }
        }
        int[] chosen = chosen(draws[0]);
        double[][] x = new double[draws.length][];
        for (int d = 0; d < x.length; d++) {
            double[] column = draws[d];
            x[d] = Arrays.stream(chosen).mapToDouble(i -> column[i]).toArray();
        }
        return new Points(x, fisher, scales);
    }

    private static double[][] fisher(Subject subject) {
        return subject.given() instanceof HasFisherInformation known
                && subject.distribution().parameterNames().size() <= MOST_PARAMETERS ? known.fisherInformation() : null;
    }

    private static int[] chosen(double[] draws) {
        int[] sorted = IntStream.range(0, draws.length).boxed()
                .sorted(Comparator.comparingDouble(i -> draws[i])).mapToInt(i -> i).toArray();
        if (draws.length <= COUNT) {
            return sorted;
        }
        return IntStream.concat(IntStream.range(0, COUNT - 2 * EXTREME),
                IntStream.concat(Arrays.stream(sorted, 0, EXTREME),
                        Arrays.stream(sorted, sorted.length - EXTREME, sorted.length))).toArray();
    }

    private static boolean isScale(double x) {
        return x > 0 && x < Double.POSITIVE_INFINITY && 1 / x < Double.POSITIVE_INFINITY;
    }

    private static double rootMeanSquare(double[] y) {
        double most = Arrays.stream(y).map(Math::abs).max().orElse(0);
        return most * Math.sqrt(Arrays.stream(y).map(v -> v / most * (v / most)).sum() / y.length);
    }

    double[][] x() {
        return x;
    }

    /** How many points there are. */
    int count() {
        return x[0].length;
    }

    /** The Fisher information of all parameters, as the family gives it, or null. */
    double[][] fisher() {
        return fisher;
    }

    /** What a score of the k-th parameter is measured in. */
    double scale(int k) {
        return scales[k];
    }
}
