package io.github.scorelane.bench.variance;

import io.github.scorelane.Estimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.bench.turns.Clock;
import io.github.scorelane.bench.variance.Subject.Problem;
import io.github.scorelane.bench.variance.VarianceMeasurements.TimeRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Takes the times: the estimators take turns of some milliseconds, in an order drawn anew each round. */
final class TimeStudy {
    private static final long TURN = 2_000_000;
    private static final int LEAST_ROUNDS = 11;
    private static final long SEED = 20_261_121;

    private final Clock clock = Clock.CPU.orFinerOne();
    private final Random random = new Random(SEED);
    private final double seconds;
    private long seed;

    /** Spends so long on each f and number of samples, and a fourth of it before. */
    TimeStudy(double seconds) {
        this.seconds = seconds;
    }

    List<TimeRow> measure(Subject subject, Problem problem, int samples) {
        Map<Estimator, Turn> turns = new EnumMap<>(Estimator.class);
        for (Estimator estimator : Estimator.values()) {
            turns.put(estimator, new Turn(problem, estimator.of(problem.estimator(), samples)));
        }
        List<Turn> order = new ArrayList<>(turns.values());
        rounds(order, seconds / 4, 2);
        order.forEach(Turn::settle);
        int rounds = rounds(order, seconds, LEAST_ROUNDS);
        double[] plain = turns.get(Estimator.PLAIN).nanoseconds();
        return turns.entrySet().stream().map(entry -> {
            double[] own = entry.getValue().nanoseconds();
            double[] ratios = new double[rounds];
            Arrays.setAll(ratios, i -> own[i] / plain[i]);
            return new TimeRow(subject, samples, entry.getKey(), rounds, median(own), median(ratios));
        }).toList();
    }

    private int rounds(List<Turn> order, double time, int least) {
        long end = System.nanoTime() + (long) (time * 1e9);
        int rounds = 0;
        while (rounds < least || System.nanoTime() < end) {
            Collections.shuffle(order, random);
            order.forEach(Turn::take);
            rounds++;
        }
        return rounds;
    }

    static double median(double... x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** One estimator's. */
    private final class Turn {
        private final Problem problem;
        private final ScoreFunctionEstimator<?> estimator;
        private final List<Double> times = new ArrayList<>();
        private int repetitions = 1;

        Turn(Problem problem, ScoreFunctionEstimator<?> estimator) {
            this.problem = problem;
            this.estimator = estimator;
        }

        void take() {
            long start = clock.now();
            for (int i = 0; i < repetitions; i++) {
                Estimate result = estimator.seed(seed++).estimate(problem.f());
                if (!Double.isFinite(result.value())) {
                    throw new IllegalStateException("not an estimate: " + result);
                }
            }
            times.add((clock.now() - start) / (double) repetitions);
        }

        /** Warm now: as many estimates to a turn as it has time for. */
        void settle() {
            repetitions = (int) Math.max(1, Math.round(TURN / median(nanoseconds())));
            times.clear();
        }

        double[] nanoseconds() {
            return times.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
