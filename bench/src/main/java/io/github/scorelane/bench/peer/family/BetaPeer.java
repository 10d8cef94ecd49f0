package io.github.scorelane.bench.peer.family;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;
import org.apache.commons.statistics.distribution.BetaDistribution;

/** Beta: draws by Cheng's method, and the scores ln x − ψ(α) + ψ(α + β) and ln(1 − x) − ψ(β) + ψ(α + β). */
public final class BetaPeer extends ContinuousPeer {
    private final double meanLog;
    private final double meanLogOfRest;

    /** A distribution of given parameters. */
    public BetaPeer(double alpha, double beta) {
        super(BetaDistribution.of(alpha, beta)::logDensity, ChengBetaSampler.of(generator(), alpha, beta));
        meanLog = Digamma.value(alpha) - Digamma.value(alpha + beta);
        meanLogOfRest = Digamma.value(beta) - Digamma.value(alpha + beta);
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byAlpha = gradient[0];
        double[] byBeta = gradient[1];
        for (int i = 0; i < x.length; i++) {
            byAlpha[i] = Math.log(x[i]) - meanLog;
            byBeta[i] = Math.log1p(-x[i]) - meanLogOfRest;
        }
    }
}
