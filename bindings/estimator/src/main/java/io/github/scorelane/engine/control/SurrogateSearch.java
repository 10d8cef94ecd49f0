package io.github.scorelane.engine.control;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.ProductDistribution;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.engine.draw.PlannedDistribution;
import io.github.scorelane.engine.draw.UnivariateAsVector;
import io.github.scorelane.engine.run.Problem;
import io.github.scorelane.engine.stage.StoppingSchedule;
import io.github.scorelane.engine.surrogate.Law;
import io.github.scorelane.engine.surrogate.PilotDraws;
import io.github.scorelane.engine.surrogate.ProbedFunction;
import io.github.scorelane.engine.surrogate.ProductLaw;
import io.github.scorelane.engine.surrogate.Surrogate;
import io.github.scorelane.engine.surrogate.Surrogates;
import io.github.scorelane.engine.term.SecondOrder;
import io.github.scorelane.kernel.stream.SplitStream;

/** StoppingSchedule for a surrogate of a problem's f, by what its distribution is: of one number, or of independent coordinates. */
public final class SurrogateSearch {
    /** The substream that pilot samples are drawn from: a user cannot have it, and no family draws from it. */
    private static final long PILOT = (1L << 62) - 2;
    /** The most coordinates of a search: of more, pilots find out too little. */
    private static final int MAX_DIMENSION = 64;

    private SurrogateSearch() {}

    /** Finds a surrogate for so many samples; null if there is none, or none that is better than a constant. */
    public static Surrogate find(Problem problem, long samples, ProbedFunction f) {
        MultivariateDistribution drawn = problem.distribution() instanceof PlannedDistribution planned
                ? planned.distribution() : problem.distribution();
        boolean secondOrder = drawn instanceof SecondOrder;
        MultivariateDistribution distribution = drawn instanceof SecondOrder second ? second.distribution() : drawn;
        return switch (distribution) {
            case UnivariateAsVector one -> Surrogates.find(new Law(one.distribution(), secondOrder), f, samples);
            case ProductDistribution product when product.dimension() <= MAX_DIMENSION -> Surrogates.find(
                    law(product, secondOrder, problem.parameters()), draws(drawn, problem.stream()), f, samples);
            default -> null;
        };
    }

    private static ProductLaw law(ProductDistribution product, boolean secondOrder, int rows) {
        int dimension = product.dimension();
        Law[] coordinates = new Law[dimension];
        int[][] rowIndex = new int[dimension][];
        int all = product.parameterNames().size();
        for (int d = 0; d < dimension; d++) {
            UnivariateDistribution marginal = product.marginal(d);
            coordinates[d] = new Law(marginal, secondOrder);
            int own = marginal.parameterNames().size();
            rowIndex[d] = new int[secondOrder ? SecondOrder.place(own, 0, own) : own];
            for (int j = 0; j < own; j++) {
                int second = product.parameterIndex(d, j);
                rowIndex[d][j] = second;
                for (int i = 0; secondOrder && i <= j; i++) {
                    rowIndex[d][SecondOrder.place(own, i, j)] = SecondOrder.place(all, product.parameterIndex(d, i), second);
                }
            }
        }
        return new ProductLaw(coordinates, rowIndex, rows);
    }

    private static PilotDraws draws(MultivariateDistribution distribution, SplitStream stream) {
        SplitStream pilots = stream.substream(PILOT);
        double[][] statistics = new double[distribution.statistics()][ProbedFunction.BLOCK];
        return (first, n, x, scores) -> {
            distribution.sample(pilots, first, x, statistics, 0, n);
            distribution.gradLogPdf(x, statistics, 0, scores, 0, n);
        };
    }
}
