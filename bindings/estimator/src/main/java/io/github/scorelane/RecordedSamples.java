package io.github.scorelane;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.engine.draw.RecordedProposal;
import io.github.scorelane.engine.draw.Reweighting;
import io.github.scorelane.engine.draw.UnivariateAsVector;
import io.github.scorelane.engine.evaluate.FunctionSource;
import io.github.scorelane.engine.evaluate.RecordedFunction;
import java.util.Arrays;
import java.util.Objects;

/**
 * Recorded samples were drawn before, at an earlier θ, at several, or from anything else; they come with f at each, and with the
 * log density of each under what it was drawn from. {@link ScoreFunctionEstimator#estimate(RecordedSamples)} makes an estimate at
 * its own θ of them (off-policy), weighted as by {@link ImportanceSampling}, without another call of f.
 *
 * <p>The samples are taken to be independent, each drawn from its own density, and chosen without regard to f; then the
 * estimate is exactly unbiased with every baseline. The distribution must have been positive wherever the estimator's is. An
 * optimiser whose θ came from these same samples has made it depend on them, and its gradient there is biased.
 *
 * <p>Scores are computed from the coordinates alone, and are as accurate as a double tells them: a family whose draws carry
 * statistics, because x rounds to an end of its support or loses its digits there, gives scores of less accuracy at recorded
 * samples than at draws of its own, and a sample at which a density is not finite is refused.
 *
 * <pre>{@code
 *     RecordedSamples old = RecordedSamples.of(x, f, Normal.of(0.4, 1.2));
 *     Estimate now = ScoreFunctionEstimator.of(Normal.of(0.5, 1.2)).estimate(old);
 * }</pre>
 *
 * <p>Immutable, as long as the arrays are: they are not copied, and not to be changed.
 */
public final class RecordedSamples {
    private static final int BLOCK = 1024;

    private final RecordedProposal draws;
    private final double[] f;
    private final Reweighting reweighting;

    private RecordedSamples(RecordedProposal draws, double[] f, boolean selfNormalised, double largest) {
        this.draws = draws;
        this.f = f;
        this.reweighting = new Reweighting(draws, selfNormalised, largest);
    }

    /**
     * Takes vectors.
     *
     * @param x the samples: {@code x[d][s]} is coordinate d of sample s
     * @param f the value of each
     * @param logDensity the log density of each, or log probability, where it was drawn; of samples of several distributions that
     *     of each one's own, or of their mixture
     * @return the samples
     * @throws IllegalArgumentException if there are none, or arrays differ in length, or a number is not finite
     */
    public static RecordedSamples of(double[][] x, double[] f, double[] logDensity) {
        if (x.length == 0) {
            throw new IllegalArgumentException("number of coordinates is not strictly positive: 0");
        }
        if (f.length == 0) {
            throw new IllegalArgumentException("number of samples is not strictly positive: 0");
        }
        for (int d = 0; d < x.length; d++) {
            requireNumbers("x[" + d + "]", x[d], f.length);
        }
        requireNumbers("f", f, f.length);
        requireNumbers("log density", logDensity, f.length);
        return new RecordedSamples(new RecordedProposal(x.clone(), logDensity), f, false, Double.POSITIVE_INFINITY);
    }

    /**
     * Takes numbers.
     *
     * @param x the samples
     * @param f the value of each
     * @param logDensity the log density of each, or log probability, where it was drawn
     * @return the samples
     * @throws IllegalArgumentException if there are none, or arrays differ in length, or a number is not finite
     */
    public static RecordedSamples of(double[] x, double[] f, double[] logDensity) {
        return of(new double[][] {x}, f, logDensity);
    }

    /**
     * Takes numbers that one distribution drew.
     *
     * @param x the samples
     * @param f the value of each
     * @param drawnFrom their distribution
     * @return the samples
     * @throws IllegalArgumentException if there are none, or arrays differ in length, or a number or a log density is not finite
     */
    public static RecordedSamples of(double[] x, double[] f, UnivariateDistribution drawnFrom) {
        return of(new double[][] {x}, f, new UnivariateAsVector(Objects.requireNonNull(drawnFrom, "distribution")));
    }

    /**
     * Takes vectors that one distribution drew.
     *
     * @param x the samples: {@code x[d][s]} is coordinate d of sample s
     * @param f the value of each
     * @param drawnFrom their distribution
     * @return the samples
     * @throws IllegalArgumentException if there are none, or arrays differ in length, or a number or a log density is not finite
     */
    public static RecordedSamples of(double[][] x, double[] f, MultivariateDistribution drawnFrom) {
        double[] logDensity = new double[f.length];
        RecordedSamples samples = of(x, f, logDensity);
        for (int first = 0; first < f.length; first += Math.min(BLOCK, f.length - first)) {
            drawnFrom.logPdf(x, first, logDensity, first, Math.min(BLOCK, f.length - first));
        }
        requireNumbers("log density", logDensity, f.length);
        return samples;
    }

    /**
     * Adds samples of another distribution, behind these. All are copied.
     *
     * @param more the others
     * @return both, self-normalised and clipped as these
     * @throws IllegalArgumentException if they have other coordinates, or both are too many for an array
     */
    public RecordedSamples and(RecordedSamples more) {
        if (more.dimension() != dimension()) {
            throw new IllegalArgumentException("number of coordinates is not " + dimension() + ": " + more.dimension());
        }
        if ((long) size() + more.size() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("number of samples is above 2^31 - 9: " + ((long) size() + more.size()));
        }
        double[][] x = new double[dimension()][];
        Arrays.setAll(x, d -> joined(draws.columns()[d], more.draws.columns()[d]));
        double[] logDensity = joined(draws.logDensities(), more.draws.logDensities());
        return new RecordedSamples(new RecordedProposal(x, logDensity), joined(f, more.f), reweighting.selfNormalised(),
                reweighting.largest());
    }

    /**
     * Divides by the sum of the weights, as {@link ImportanceSampling#selfNormalised()}. <b>Biased</b>, by O(1/n).
     *
     * @return these samples, for a biased estimate
     */
    public RecordedSamples selfNormalised() {
        return new RecordedSamples(draws, f, true, reweighting.largest());
    }

    /**
     * Clips the likelihood ratio, as {@link ImportanceSampling#clipped(double)}. <b>Biased</b>, whatever n.
     *
     * @param largest the bound
     * @return these samples, for a biased estimate
     * @throws IllegalArgumentException if the bound is not strictly positive and finite
     */
    public RecordedSamples clipped(double largest) {
        return new RecordedSamples(draws, f, reweighting.selfNormalised(),
                ImportanceSampling.clipped(reweighting, largest).largest());
    }

    /**
     * Returns the number of samples.
     *
     * @return n
     */
    public int size() {
        return f.length;
    }

    /**
     * Returns the number of coordinates of a sample.
     *
     * @return D
     */
    public int dimension() {
        return draws.dimension();
    }

    /** Returns a bit for each {@link Feature} that an estimate by them has. */
    long features() {
        return Feature.RECORDED.bit() | (reweighting.selfNormalised() ? Feature.SELF_NORMALISED.bit() : 0);
    }

    Reweighting reweighting() {
        return reweighting;
    }

    FunctionSource function() {
        double[] values = f;
        return () -> new RecordedFunction(values);
    }

    private static double[] joined(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static void requireNumbers(String name, double[] numbers, int length) {
        if (numbers.length != length) {
            throw new IllegalArgumentException("length of " + name + " is not that of f, " + length + ": " + numbers.length);
        }
        for (int s = 0; s < length; s++) {
            if (!Double.isFinite(numbers[s])) {
                throw new IllegalArgumentException(name + " of sample " + s + " is not finite: " + numbers[s]);
            }
        }
    }
}
