package io.github.scorelane.bench.peer.family;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.TSampler;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Student's t: Commons RNG's draws, and the scores ½(ψ((ν + 1)/2) − ψ(ν/2) − 1/ν − ln(1 + z²/ν) + (ν + 1)z²/(ν(ν + z²))),
 * (ν + 1)z/(σ(ν + z²)) and ν(z² − 1)/(σ(ν + z²)).
 */
public final class StudentTPeer extends ContinuousPeer {
    private final double degreesOfFreedom;
    private final double location;
    private final double scale;
    private final double constant;

    /** A distribution of given parameters. */
    public StudentTPeer(double degreesOfFreedom, double location, double scale) {
        super(logDensity(TDistribution.of(degreesOfFreedom), location, scale),
                shifted(TSampler.of(generator(), degreesOfFreedom), location, scale));
        this.degreesOfFreedom = degreesOfFreedom;
        this.location = location;
        this.scale = scale;
        constant = Digamma.value((degreesOfFreedom + 1) / 2) - Digamma.value(degreesOfFreedom / 2) - 1 / degreesOfFreedom;
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byDegreesOfFreedom = gradient[0];
        double[] byLocation = gradient[1];
        double[] byScale = gradient[2];
        for (int i = 0; i < x.length; i++) {
            double z = (x[i] - location) / scale;
            double square = z * z;
            double denominator = degreesOfFreedom + square;
            byDegreesOfFreedom[i] = 0.5 * (constant - Math.log(1 + square / degreesOfFreedom)
                    + (degreesOfFreedom + 1) * square / (degreesOfFreedom * denominator));
            byLocation[i] = (degreesOfFreedom + 1) * z / (scale * denominator);
            byScale[i] = degreesOfFreedom * (square - 1) / (scale * denominator);
        }
    }

    private static DoubleUnaryOperator logDensity(TDistribution law, double location, double scale) {
        double logScale = Math.log(scale);
        return x -> law.logDensity((x - location) / scale) - logScale;
    }

    private static ContinuousSampler shifted(ContinuousSampler sampler, double location, double scale) {
        return () -> location + scale * sampler.sample();
    }
}
