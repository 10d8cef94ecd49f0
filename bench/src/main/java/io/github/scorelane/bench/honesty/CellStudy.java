package io.github.scorelane.bench.honesty;

import io.github.scorelane.Estimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.bench.variance.Estimator;
import io.github.scorelane.bench.variance.SquaredDeviations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Takes the figures of a cell for one number of samples. They are functions of seeds, the same on any machine. */
public final class CellStudy {
    private static final List<Estimator> SIMPLE = List.of(Estimator.PLAIN, Estimator.LEAVE_ONE_OUT, Estimator.OPTIMAL_CONSTANT);
    private static final List<Estimator> COMPARED = List.of(Estimator.PLAIN, Estimator.LEAVE_ONE_OUT,
            Estimator.OPTIMAL_CONSTANT, Estimator.AUTOMATIC);
    /** The relative error of truths, and the share of the plain estimator's spread that is taken for rounding. */
    private static final double ROUNDING = 1e-10;

    private final Cell cell;
    private final int samples;
    private final int seeds;

    private CellStudy(Cell cell, int samples, int seeds) {
        this.cell = cell;
        this.samples = samples;
        this.seeds = seeds;
    }

    /** Measures the gradient's components, and the value. */
    public static List<GridRow> measure(Cell cell, int samples, int seeds) {
        return new CellStudy(cell, samples, seeds).rows();
    }

    private List<GridRow> rows() {
        int parameters = cell.truth().gradient().length;
        Map<Estimator, double[][]> estimates = new EnumMap<>(Estimator.class);
        Map<Estimator, double[][]> errors = new EnumMap<>(Estimator.class);
        ScoreFunctionEstimator<?> base = ScoreFunctionEstimator.of(cell.family().distribution(cell.set()));
        for (Estimator estimator : COMPARED) {
            double[][] found = new double[parameters + 1][seeds];
            double[][] said = new double[parameters + 1][seeds];
            ScoreFunctionEstimator<?> asked = estimator.of(base, samples);
            for (int i = 0; i < seeds; i++) {
                Estimate estimate = asked.seed(cell.firstSeed() + i).estimate(cell.subject().batch());
                double[] gradient = estimate.gradient();
                double[] error = estimate.standardError();
                for (int p = 0; p < parameters; p++) {
                    found[p][i] = gradient[p];
                    said[p][i] = error[p];
                }
                found[parameters][i] = estimate.value();
                said[parameters][i] = estimate.valueStandardError();
            }
            estimates.put(estimator, found);
            errors.put(estimator, said);
        }
        List<GridRow> rows = new ArrayList<>();
        for (int p = 0; p < parameters; p++) {
            rows.add(row(p, p, cell.truth().gradient()[p], estimates, errors));
        }
        rows.add(row(GridRow.VALUE, parameters, cell.truth().value(), estimates, errors));
        return rows;
    }

    private GridRow row(int parameter, int index, double truth, Map<Estimator, double[][]> estimates,
            Map<Estimator, double[][]> errors) {
        double plain = new SquaredDeviations(estimates.get(Estimator.PLAIN)[index], truth).variance();
        double slack = ROUNDING * (Math.abs(truth) + Math.sqrt(plain))
                + (parameter == GridRow.VALUE ? 0 : cell.truth().rounding()[parameter]);
        Map<Estimator, SquaredDeviations> deviations = new EnumMap<>(Estimator.class);
        Map<Estimator, Figures> figures = new EnumMap<>(Estimator.class);
        for (Estimator estimator : COMPARED) {
            double[] numbers = estimates.get(estimator)[index];
            deviations.put(estimator, new SquaredDeviations(settled(numbers, truth, slack), truth));
            figures.put(estimator, Figures.of(numbers, errors.get(estimator)[index], truth, slack));
        }
        SquaredDeviations best = SIMPLE.stream().map(deviations::get)
                .min(Comparator.comparingDouble(SquaredDeviations::variance)).orElseThrow();
        SquaredDeviations automatic = deviations.get(Estimator.AUTOMATIC);
        double[] f = COMPARED.stream().map(figures::get)
                .flatMapToDouble(x -> Arrays.stream(new double[] {x.coverage(), x.errorRatio(), x.biasZ()})).toArray();
        return new GridRow(cell.family(), cell.set(), cell.function(), parameter, samples, seeds, truth, plain,
                automatic.over(best), automatic.errorOver(best), deviations.get(Estimator.PLAIN).over(best),
                f[9], f[0], f[3], f[6], f[10], f[1], f[4], f[7], f[11], f[2], f[5], f[8]);
    }

    /** Estimates, of which none is nearer to the truth than the truth is known, so that no ratio is of rounding. */
    private static double[] settled(double[] estimates, double truth, double slack) {
        return Arrays.stream(estimates).map(x -> Math.abs(x - truth) < slack ? truth + slack : x).toArray();
    }
}
