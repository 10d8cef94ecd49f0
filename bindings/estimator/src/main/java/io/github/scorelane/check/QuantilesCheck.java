package io.github.scorelane.check;

import io.github.scorelane.distribution.HasInverseCdf;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The check that draws lie below quantiles as often as the probabilities say, and that they are uncorrelated with their
 * neighbours and with the draws from another column of the stream.
 */
final class QuantilesCheck {
    private static final double[] PROBABILITIES = {0.01, 0.1, 0.5, 0.9, 0.99};

    private final Subject subject;
    private final Findings findings;
    private final int samples;
    private final int block;
    private final double confidence;

    QuantilesCheck(Subject subject, int samples, Findings findings) {
        this.subject = subject;
        this.findings = findings;
        this.samples = samples;
        block = subject.block();
        confidence = ExpectationsCheck.confidence(subject);
    }

    void run() {
        BoundedFunctions bounded = bounded();
        for (int f = 0; f < BoundedFunctions.FUNCTIONS; f++) {
            if (!neighbours(bounded, f) || !columns(bounded, f)) {
                break;
            }
        }
        if (subject.given() instanceof HasInverseCdf known && subject.isUnivariate()) {
            quantiles(known);
        }
    }

    private BoundedFunctions bounded() {
        double[][] x = subject.columns(block);
        subject.distribution().sample(Points.STREAM, 0, x, 0, block);
        return new BoundedFunctions(x);
    }

    private boolean neighbours(BoundedFunctions bounded, int function) {
        Correlation correlation = new Correlation();
        double[] next = new double[block];
        forEachBlock(Points.STREAM, bounded, function, (g, n) -> {
            System.arraycopy(g, 1, next, 0, n - 1);
            correlation.add(g, next, n - 1);
        });
        return correlation.isNone("neighbouring draws are dependent: draw e and draw e + 1", function);
    }

    private boolean columns(BoundedFunctions bounded, int function) {
        Correlation correlation = new Correlation();
        MultivariateDistribution distribution = subject.distribution();
        SplitStream other = Points.STREAM.column(1, 2);
        double[][] x = subject.columns(block);
        double[] g2 = new double[block];
        long[] first = new long[1];
        forEachBlock(Points.STREAM.column(0, 2), bounded, function, (g, n) -> {
            distribution.sample(other, first[0], x, 0, n);
            bounded.of(function, x, g2, n);
            correlation.add(g, g2, n);
            first[0] += n;
        });
        return correlation.isNone("draws from two columns of a stream are dependent: they", function);
    }

    private interface Block {
        void accept(double[] g, int n);
    }

    private void forEachBlock(SplitStream stream, BoundedFunctions bounded, int function, Block work) {
        double[][] x = subject.columns(block);
        double[] g = new double[block];
        for (int first = 0; first < samples; first += Math.min(block, samples - first)) {
            int n = Math.min(block, samples - first);
            subject.distribution().sample(stream, first, x, 0, n);
            bounded.of(function, x, g, n);
            work.accept(g, n);
        }
    }

    /**
     * The covariance of two bounded functions with the same distribution, by the mean of their products about a centre near
     * their mean.
     */
    private final class Correlation {
        private final Mean mean = new Mean();
        private final Mean products = new Mean();
        private final double[] y = new double[block];
        private double centre = Double.NaN;

        void add(double[] g, double[] h, int n) {
            if (Double.isNaN(centre)) {
                centre = 0;
                for (int i = 0; i < n; i++) {
                    centre += g[i] / n;
                }
            }
            for (int i = 0; i < n; i++) {
                y[i] = (g[i] - centre) * (h[i] - centre);
            }
            products.add(y, n);
            mean.add(g, n);
        }

        boolean isNone(String what, int function) {
            double shift = mean.mean() - centre;
            double covariance = products.mean() - shift * shift;
            // Products of neighbours that overlap are dependent, but every second product is independent of the others. So
            // the bound is that for each half of the products, which doubling L gives.
            double bound = products.bound(2 * confidence, 0) + 2 * Math.abs(shift) * mean.bound(confidence, 0);
            if (!products.isJudged() || Math.abs(covariance) <= bound) {
                return true;
            }
            findings.add(what + " have a correlation of " + Findings.estimate(covariance / mean.variance()) + " +- "
                    + Findings.estimate(products.standardError() / mean.variance()) + " in " + BoundedFunctions.name(function)
                    + ": sample uses a random word for both");
            return false;
        }
    }

    private void quantiles(HasInverseCdf known) {
        double[] quantiles = new double[PROBABILITIES.length];
        known.inverseCdf(PROBABILITIES, 0, quantiles, 0, quantiles.length);
        long[] below = new long[quantiles.length];
        long[] above = new long[quantiles.length];
        double[][] x = subject.columns(block);
        for (int first = 0; first < samples; first += Math.min(block, samples - first)) {
            int n = Math.min(block, samples - first);
            subject.distribution().sample(Points.STREAM, first, x, 0, n);
            for (int i = 0; i < n; i++) {
                for (int q = 0; q < quantiles.length; q++) {
                    below[q] += x[0][i] < quantiles[q] ? 1 : 0;
                    above[q] += x[0][i] > quantiles[q] ? 1 : 0;
                }
            }
        }
        for (int q = 0; q < quantiles.length; q++) {
            double p = PROBABILITIES[q];
            // The bound is Bernstein's inequality with the variance p·(1 − p), which is known.
            double bound = Math.sqrt(2 * p * (1 - p) * confidence / samples) + confidence / (3 * samples);
            if (below[q] > (p + bound) * samples || above[q] > (1 - p + bound) * samples) {
                findings.add("inverseCdf of " + p + " is " + quantiles[q] + ", but "
                        + Findings.estimate((double) below[q] / samples) + " of all draws are less and "
                        + Findings.estimate((double) above[q] / samples) + " are more");
                return;
            }
        }
    }
}
