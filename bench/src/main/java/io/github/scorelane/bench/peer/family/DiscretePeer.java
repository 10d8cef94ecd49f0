package io.github.scorelane.bench.peer.family;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;
import org.apache.commons.statistics.distribution.DiscreteDistribution;

/** A discrete family, as {@link ContinuousPeer} is a continuous one. */
abstract class DiscretePeer implements FamilyPeer {
    private final DiscreteDistribution law;
    private final DiscreteSampler sampler;

    DiscretePeer(DiscreteDistribution law, DiscreteSampler sampler) {
        this.law = law;
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
            logPdf[i] = law.logProbability((int) column[i]);
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
