package io.github.scorelane.bench.peer.family;

import java.util.function.IntToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;

/** A discrete family, as {@link ContinuousPeer} is a continuous one. */
abstract class DiscretePeer implements FamilyPeer {
    private final IntToDoubleFunction logProbability;
    private final DiscreteSampler sampler;

    DiscretePeer(IntToDoubleFunction logProbability, DiscreteSampler sampler) {
        this.logProbability = logProbability;
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
            logPdf[i] = logProbability.applyAsDouble((int) column[i]);
        }
    }

    @Override
    public final void gradLogPdf(double[][] x, double[][] gradient) {
        gradLogPdf(x[0], gradient);
    }

    static UniformRandomProvider generator() {
        return ContinuousPeer.generator();
    }
}
