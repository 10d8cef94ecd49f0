package io.github.scorelane.engine.control;

import io.github.scorelane.distribution.ProductDistribution;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.engine.draw.BlockSampler;
import io.github.scorelane.engine.draw.Capability;
import io.github.scorelane.engine.draw.IndependentSampler;
import io.github.scorelane.engine.surrogate.Law;
import io.github.scorelane.engine.surrogate.PilotDraws;
import io.github.scorelane.engine.surrogate.ProbedFunction;
import io.github.scorelane.engine.surrogate.ProductLaw;
import io.github.scorelane.engine.surrogate.Surrogate;
import io.github.scorelane.engine.surrogate.Surrogates;
import io.github.scorelane.engine.term.SampleModel;
import io.github.scorelane.engine.term.SecondOrderRows;
import io.github.scorelane.engine.term.TermRows;
import io.github.scorelane.kernel.stream.SplitStream;

/** Looks for surrogates of f, by what the distribution is: of one number, or of independent coordinates. */
final class SurrogateSearch {
    /** Index of the substream that pilot samples are drawn from, which neither users nor families draw from. */
    private static final long PILOT = (1L << 62) - 2;
    /** The most coordinates of a search, since pilot samples tell too little of more. */
    private static final int MAX_DIMENSION = 64;

    private SurrogateSearch() {}

    /** Finds a surrogate that pays for the given number of samples; null if none is better than a constant. */
    static Surrogate find(SampleModel model, SplitStream stream, long samples, ProbedFunction f) {
        UnivariateDistribution number = Capability.of(model.distribution(), UnivariateDistribution.class);
        if (number != null) {
            return Surrogates.find(new Law(number, model.rows().isSecondOrder()), f, samples);
        }
        ProductDistribution product = Capability.of(model.distribution(), ProductDistribution.class);
        return product == null || product.dimension() > MAX_DIMENSION ? null
                : Surrogates.find(law(product, model.rows()), draws(model, stream), f, samples);
    }

    private static ProductLaw law(ProductDistribution product, TermRows rows) {
        boolean secondOrder = rows.isSecondOrder();
        int dimension = product.dimension();
        Law[] coordinates = new Law[dimension];
        int[][] rowIndex = new int[dimension][];
        int all = product.parameterNames().size();
        for (int d = 0; d < dimension; d++) {
            UnivariateDistribution marginal = product.marginal(d);
            coordinates[d] = new Law(marginal, secondOrder);
            int own = marginal.parameterNames().size();
            rowIndex[d] = new int[secondOrder ? SecondOrderRows.place(own, 0, own) : own];
            for (int j = 0; j < own; j++) {
                int second = product.parameterIndex(d, j);
                rowIndex[d][j] = second;
                for (int i = 0; secondOrder && i <= j; i++) {
                    rowIndex[d][SecondOrderRows.place(own, i, j)] =
                            SecondOrderRows.place(all, product.parameterIndex(d, i), second);
                }
            }
        }
        return new ProductLaw(coordinates, rowIndex, rows.count());
    }

    /** Returns pilot samples, which are independent whatever the plan of the run is. */
    private static PilotDraws draws(SampleModel model, SplitStream stream) {
        SplitStream pilots = stream.substream(PILOT);
        BlockSampler sampler = model.rows().isSecondOrder() ? model.sampler() : new IndependentSampler(model.distribution());
        double[][] statistics = new double[sampler.statistics()][ProbedFunction.BLOCK];
        return (first, n, x, scores) -> {
            sampler.sample(pilots, first, x, statistics, n);
            model.rows().fill(x, statistics, 0, scores, n);
        };
    }
}
