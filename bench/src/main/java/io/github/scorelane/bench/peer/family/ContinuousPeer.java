package io.github.scorelane.bench.peer.family;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousInverseCumulativeProbabilityFunction;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.InverseTransformContinuousSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * A continuous family: draws of Commons RNG or Commons Statistics, log densities of Commons Statistics, and a plain loop of scores.
 *
 * <p>The loops over samplers and log densities stand here once for all families, as in any code that takes them as arguments: where
 * several are hot, their calls are virtual.
 */
abstract class ContinuousPeer implements FamilyPeer {
    private static final long SEED = 42;

    private final DoubleUnaryOperator logDensity;
    private final ContinuousSampler sampler;

    ContinuousPeer(DoubleUnaryOperator logDensity, ContinuousSampler sampler) {
        this.logDensity = logDensity;
        this.sampler = sampler;
    }

    abstract void gradLogPdf(double[] x, double[][] gradient);

    @Override
    public final void sample(double[][] x) {
        double[] column = x[0];
        for (int i = 0; i < column.length; i++) {
            column[i] = sampler.sample();
        }
    }

    @Override
    public final void logPdf(double[][] x, double[] logPdf) {
        double[] column = x[0];
        for (int i = 0; i < column.length; i++) {
            logPdf[i] = logDensity.applyAsDouble(column[i]);
        }
    }

    @Override
    public final void gradLogPdf(double[][] x, double[][] gradient) {
        gradLogPdf(x[0], gradient);
    }

    static UniformRandomProvider generator() {
        return RandomSource.SPLIT_MIX_64.create(SEED);
    }

    static ContinuousSampler inverted(ContinuousInverseCumulativeProbabilityFunction inverse) {
        return InverseTransformContinuousSampler.of(generator(), inverse);
    }
}
