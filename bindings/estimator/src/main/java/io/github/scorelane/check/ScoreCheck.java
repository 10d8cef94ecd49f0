package io.github.scorelane.check;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.engine.draw.UnivariateAsVector;
import java.util.List;

/**
 * Tests whether the draws, log densities and scores of a distribution, one of the library's or a user's own, belong together,
 * so that estimates of gradients are unbiased. It is meant for a family's unit test:
 *
 * <pre>
 *     ScoreCheck.verify(MyFamily.of(2.5, 1));
 * </pre>
 *
 * <p>The following is tested, where θ are the parameters, s the scores, and g bounded functions of x:
 * <ul>
 *   <li>draws are functions of the stream and their index, however a range of them is cut; neighbours, and columns of one
 *       stream, are uncorrelated; arrays are written where they ought to be and nowhere else;</li>
 *   <li>{@code parameters}, {@code parameterNames} and {@code withParameters} agree, and bad parameters are refused;</li>
 *   <li>{@code gradLogPdf} is the derivative of {@code logPdf}: at 64 draws, against central differences at
 *       ten steps with Richardson's extrapolation, to within the differences' own error;</li>
 *   <li>E[s] = 0; E[s sᵀ] = −E[∂s/∂θ], which is the Fisher information where the family knows it;</li>
 *   <li>∇E[g(x)] = E[g(x) s], where the left side is estimated by differences of draws with common random numbers; as g is
 *       bounded, this holds for families without a mean, too, and for discrete ones;</li>
 *   <li>scores by statistics are finite, and agree with those by x as far as x, which is rounded, determines them; this holds
 *       for draws, and for quantiles where these have statistics;</li>
 *   <li>{@code inverseCdf} gives quantiles of the draws, and {@code hessianLogPdf} the derivatives of the scores, where a
 *       family has them;</li>
 *   <li>{@code fromLogistic} increases, has the slope that it gives, and has {@code toLogistic} as its inverse; {@code atoms}
 *       hold all of the probability, where there are no more than 100,000 of them.</li>
 * </ul>
 *
 * <p>A finding says what is wrong and by how much. The draws have a fixed seed, so that the findings about a distribution are
 * always the same. The probability that a correct one has any finding at all is below 1e-9, by a bound on the errors that
 * allows for skewness (and takes the range of the numbers to be that of those drawn). An expectation is not judged if events
 * contribute to it that are too rare to have been drawn, as those of a Poisson variable of mean 1e-9; so test a family at
 * ordinary parameters too.
 *
 * <p>With the default of {@value #DEFAULT_SAMPLES} samples the test finds draws for which the mean of the scores is off by
 * some 5% of their standard deviation, and scores that differ from the derivative of {@code logPdf} by 0.1%. More samples
 * test expectations more sharply, in proportion to the square root of their number. A test takes about 0.1 s, and more in a
 * JVM that has just started.
 *
 * <p>At most 24 parameters are looked at, evenly spread among all, and at most 8 where there are more than 64 coordinates.
 * The default is fewer samples, down to 1,024, where there are many coordinates. So test a family of vectors at few
 * coordinates, too.
 */
public final class ScoreCheck {
    /** The number of samples that are drawn where none is given. */
    public static final int DEFAULT_SAMPLES = 65_536;
    private static final int MIN_SAMPLES = 1024;
    /** The most numbers that are drawn by default, at θ and at the moved parameters together. */
    private static final long MOST_NUMBERS = 1L << 24;

    private ScoreCheck() {}

    /**
     * Tests a distribution of numbers.
     *
     * @param distribution the distribution
     * @throws IllegalStateException if anything is wrong with it; the message has all findings, a line each
     */
    public static void verify(UnivariateDistribution distribution) {
        require(distribution, findings(distribution));
    }

    /**
     * Tests a distribution of numbers.
     *
     * @param distribution the distribution
     * @param samples number of draws that expectations are tested with, at least 1,024
     * @throws IllegalArgumentException if there are too few samples
     * @throws IllegalStateException if anything is wrong with it; the message has all findings, a line each
     */
    public static void verify(UnivariateDistribution distribution, int samples) {
        require(distribution, findings(distribution, samples));
    }

    /**
     * Tests a distribution of vectors.
     *
     * @param distribution the distribution
     * @throws IllegalStateException if anything is wrong with it; the message has all findings, a line each
     */
    public static void verify(MultivariateDistribution distribution) {
        require(distribution, findings(distribution));
    }

    /**
     * Tests a distribution of vectors.
     *
     * @param distribution the distribution
     * @param samples number of samples that expectations are tested with, at least 1,024
     * @throws IllegalArgumentException if there are too few samples
     * @throws IllegalStateException if anything is wrong with it; the message has all findings, a line each
     */
    public static void verify(MultivariateDistribution distribution, int samples) {
        require(distribution, findings(distribution, samples));
    }

    /**
     * Tests a distribution of numbers.
     *
     * @param distribution the distribution
     * @return the findings, each a sentence that says what is wrong; empty if nothing was found
     */
    public static List<String> findings(UnivariateDistribution distribution) {
        return findings(distribution, DEFAULT_SAMPLES);
    }

    /**
     * Tests a distribution of numbers.
     *
     * @param distribution the distribution
     * @param samples number of draws that expectations are tested with, at least 1,024
     * @return the findings, each a sentence that says what is wrong; empty if nothing was found
     * @throws IllegalArgumentException if there are too few samples
     */
    public static List<String> findings(UnivariateDistribution distribution, int samples) {
        return findings(new Subject(new UnivariateAsVector(distribution)), samples);
    }

    /**
     * Tests a distribution of vectors.
     *
     * @param distribution the distribution
     * @return the findings, each a sentence that says what is wrong; empty if nothing was found
     */
    public static List<String> findings(MultivariateDistribution distribution) {
        Subject subject = new Subject(distribution);
        long each = subject.dimension() * (1L + 4 * subject.count());
        return findings(subject, Math.clamp(MOST_NUMBERS / each, MIN_SAMPLES, DEFAULT_SAMPLES));
    }

    /**
     * Tests a distribution of vectors.
     *
     * @param distribution the distribution
     * @param samples number of samples that expectations are tested with, at least 1,024
     * @return the findings, each a sentence that says what is wrong; empty if nothing was found
     * @throws IllegalArgumentException if there are too few samples
     */
    public static List<String> findings(MultivariateDistribution distribution, int samples) {
        return findings(new Subject(distribution), samples);
    }

    private static List<String> findings(Subject subject, int samples) {
        if (samples < MIN_SAMPLES) {
            throw new IllegalArgumentException("number of samples is below " + MIN_SAMPLES + ": " + samples);
        }
        Findings findings = new Findings();
        boolean drawn = completed("sample", findings, new DrawsCheck(subject, findings)::run);
        boolean scored = drawn && completed("gradLogPdf", findings, new RowsCheck(subject, findings)::run);
        if (scored) {
            Points points = Points.of(subject);
            ParametersCheck parameters = new ParametersCheck(subject, points, findings);
            if (completed("withParameters", findings, parameters::run) && parameters.isSound()) {
                completed("gradLogPdf", findings, new DerivativeCheck(subject, points, findings)::run);
                completed("gradLogPdf", findings, new ExpectationsCheck(subject, points, samples, findings)::run);
            }
        }
        if (drawn) {
            completed("inverseCdf", findings, new QuantilesCheck(subject, samples, findings)::run);
        }
        completed("fromLogistic", findings, new LogisticFormCheck(subject, findings)::run);
        completed("atoms", findings, new AtomsCheck(subject, findings)::run);
        return findings.all();
    }

    /** Runs a check. An exception that it throws is a finding, and no end of the test. */
    private static boolean completed(String what, Findings findings, Runnable check) {
        try {
            check.run();
            return true;
        } catch (UnsupportedOperationException e) {
            findings.add(e.getMessage() == null ? what + " is not supported" : e.getMessage());
        } catch (RuntimeException e) {
            findings.add("the check of " + what + " ended with " + e);
        }
        return false;
    }

    private static void require(Object distribution, List<String> findings) {
        if (!findings.isEmpty()) {
            throw new IllegalStateException(distribution + ":\n" + String.join("\n", findings));
        }
    }
}
