package io.github.scorelane.bench.variance;

import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.bench.variance.Subject.Problem;
import io.github.scorelane.bench.variance.VarianceMeasurements.VarianceRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Takes the variances. They are functions of seeds, the same on any machine. */
final class GradientVariances {
    private static final long FIRST_SEED = 1_000_000;

    private GradientVariances() {}

    static List<VarianceRow> measure(Subject subject, Problem problem, int samples, int seeds) {
        Map<Estimator, double[][]> gradients = new EnumMap<>(Estimator.class);
        for (Estimator estimator : Estimator.values()) {
            ScoreFunctionEstimator<?> asked = estimator.of(problem.estimator(), samples);
            gradients.put(estimator, IntStream.range(0, seeds).parallel()
                    .mapToObj(i -> asked.seed(FIRST_SEED + i).estimate(problem.f()).gradient()).toArray(double[][]::new));
        }
        List<VarianceRow> rows = new ArrayList<>();
        for (int row = 0; row < subject.rows().size(); row++) {
            int from = subject.isSummed() ? 0 : row;
            int to = subject.isSummed() ? problem.parameters() : row + 1;
            Map<Estimator, SquaredDeviations> deviations = new EnumMap<>(Estimator.class);
            gradients.forEach((estimator, all) -> deviations.put(estimator, new SquaredDeviations(all, from, to)));
            rows.addAll(rows(subject, samples, row, seeds, deviations));
        }
        return rows;
    }

    private static List<VarianceRow> rows(Subject subject, int samples, int row, int seeds,
            Map<Estimator, SquaredDeviations> deviations) {
        SquaredDeviations plain = deviations.get(Estimator.PLAIN);
        SquaredDeviations best = Stream.of(Estimator.PLAIN, Estimator.LEAVE_ONE_OUT, Estimator.OPTIMAL_CONSTANT)
                .map(deviations::get).min(Comparator.comparing(SquaredDeviations::variance)).orElseThrow();
        return deviations.entrySet().stream().map(entry -> {
            SquaredDeviations own = entry.getValue();
            return new VarianceRow(subject, samples, entry.getKey(), row, seeds, own.variance(),
                    own.over(plain), own.errorOver(plain), own.over(best), own.errorOver(best));
        }).toList();
    }
}
