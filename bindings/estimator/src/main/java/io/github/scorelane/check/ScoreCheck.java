package io.github.scorelane.check;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.engine.draw.UnivariateAsVector;
import java.util.List;

/**
 * Tests a distribution, one of the library's or a user's own: that draws, log densities and scores belong together, so that
 * estimates of gradients are unbiased. For a family's unit test:
 *
 * <pre>
 *     ScoreCheck.verify(MyFamily.of(2.5, 1));
 * </pre>
 *
 * <p>What is tested, with θ the parameters, s the scores, and g bounded functions of x:
 * <ul>
 *   <li>draws are functions of the stream and their index, however a range of them is cut; neighbours, and columns of one
 *       stream, are uncorrelated; arrays are written where they ought to be and nowhere else;</li>
 *   <li>{@code parameters}, {@code parameterNames} and {@code withParameters} agree, and bad parameters are refused;</li>
 *   <li>{@code gradLogPdf} is the derivative of {@code logPdf}: at 64 draws, against central differences at
 *       ten steps with Richardson's extrapolation, to within the differences' own error;</li>
 *   <li>E[s] = 0; E[s sᵀ] = −E[∂s/∂θ], which is the Fisher information where the family knows it;</li>
 *   <li>∇E[g(x)] = E[g(x) s], the left side by differences of draws with common random numbers: bounded functions, so that
 *       this holds for families without a mean, and for discrete ones;</li>
 *   <li>scores by statistics are finite, and agree with those by x as far as x, a double, tells them: those of draws, and those
 *       of quantiles where these have statistics;</li>
 *   <li>{@code inverseCdf} and {@code hessianLogPdf} where there are such;</li>
 *   <li>{@code fromLogistic} increases, has the slope that it tells, and {@code toLogistic} as its inverse, where there are such;
 *       {@code atoms} hold all of the probability, where there are no more than 100,000 of them.</li>
 * </ul>
 *
 * <p>A finding says what is wrong and by how much. The draws are of a fixed seed, so that the findings about a distribution are
 * always the same; that a right one has any at all is of probability below 1e-9, by a bound of the errors that allows for
 * skewness (and takes the range of the numbers to be that of those drawn). An expectation to which events contribute that are too
 * rare to have been drawn, a Poisson variable's of mean 1e-9 say, is not judged: test a family at ordinary parameters too.
 *
 * <p>The default of {@value #DEFAULT_SAMPLES} samples finds draws of which the scores' mean is off by some 5% of their standard
 * deviation, and scores that differ from the derivative of {@code logPdf} by 0.1%. More samples test expectations more sharply,
 * by the square root of their number. It takes about 0.1 s, and more in a JVM that has just started.
 *
 * <p>Of more than 24 parameters (8 where there are more than 64 coordinates) so many are looked at, evenly spread; and where
 * there are many coordinates the default is fewer samples, down to 1,024: check such a family at few.
 */
public final class ScoreCheck {
    /** Samples drawn where no number is given. */
    public static final int DEFAULT_SAMPLES = 65_536;
    private static final int MIN_SAMPLES = 1024;
    /** Numbers that are drawn at most by default, at θ and at the parameters about it. */
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
     * @param samples how many draws expectations are tested with, at least 1,024
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
     * @param samples how many samples expectations are tested with, at least 1,024
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
     * @return what is wrong with it, each in a sentence; empty if nothing was found
     */
    public static List<String> findings(UnivariateDistribution distribution) {
        return findings(distribution, DEFAULT_SAMPLES);
    }

    /**
     * Tests a distribution of numbers.
     *
     * @param distribution the distribution
     * @param samples how many draws expectations are tested with, at least 1,024
     * @return what is wrong with it, each in a sentence; empty if nothing was found
     * @throws IllegalArgumentException if there are too few samples
     */
    public static List<String> findings(UnivariateDistribution distribution, int samples) {
        return findings(new Subject(new UnivariateAsVector(distribution)), samples);
    }

    /**
     * Tests a distribution of vectors.
     *
     * @param distribution the distribution
     * @return what is wrong with it, each in a sentence; empty if nothing was found
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
     * @param samples how many samples expectations are tested with, at least 1,024
     * @return what is wrong with it, each in a sentence; empty if nothing was found
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

    /** Runs a check: what it throws is a finding. */
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
