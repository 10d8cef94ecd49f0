package io.github.scorelane.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Exponential;
import io.github.scorelane.distribution.HasFisherInformation;
import io.github.scorelane.distribution.HasHessian;
import io.github.scorelane.distribution.HasInverseCdf;
import io.github.scorelane.distribution.HasQuantileStatistics;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that right distributions pass, that wrong ones are found, and that the finding says what is wrong. */
class ScoreCheckTest {
    private static final Normal NORMAL = Normal.of(1.5, 2);

    /** A wrong distribution, and words that findings about it must contain. */
    private record Mutant(String name, UnivariateDistribution distribution, String... words) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A change that makes right scores wrong. */
    private interface Change {
        void to(double[] x, double[][] gradient, int gradientOffset, int length);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.01, 0.99, 1e-6, 1e-300, 0.9999, 1 - 0x1p-53})
    void aDiscreteFamilyPasses(double probability) {
        assertEquals(List.of(), ScoreCheck.findings(new Geometric(probability)));
    }

    @Test
    void vectorsPass() {
        ScoreCheck.verify(DiagonalNormal.of(new double[] {1}, new double[] {1e-3}));
        ScoreCheck.verify(DiagonalNormal.of(new double[] {1, 0, -2}, new double[] {0.5, 2, 1e-3}));
        ScoreCheck.verify(DiagonalNormal.of(new double[100], ones(100)));
    }

    @Test
    void moreSamplesPass() {
        ScoreCheck.verify(NORMAL, 1_000_000);
        ScoreCheck.verify(new Geometric(0.2), 1_000_000);
    }

    /** The distribution is right, though its score has steps and its log density a kink. */
    @Test
    void aKinkPasses() {
        ScoreCheck.verify(new Laplace(1, 0.7));
    }

    /** A mean must not be judged if its value is decided by events too rare to have been drawn. */
    @Test
    void rareEventsAreNotJudged() {
        Mean mean = new Mean();
        double[] y = new double[1024];
        Arrays.fill(y, -1);
        for (int block = 0; block < 64; block++) {
            y[7] = block % 8 == 0 ? 5000 : -1;
            mean.add(y, y.length);
        }
        assertTrue(mean.mean() < -0.3);
        assertTrue(!mean.isJudged());
    }

    @Test
    void theExceptionHasAllFindings() {
        UnivariateDistribution wrong = mutants().filter(m -> m.name.equals("wrong sign")).findFirst().orElseThrow().distribution;
        List<String> findings = ScoreCheck.findings(wrong);
        assertTrue(findings.size() > 1);
        var e = assertThrows(IllegalStateException.class, () -> ScoreCheck.verify(wrong));
        assertTrue(findings.stream().allMatch(e.getMessage()::contains), e.getMessage());
    }

    @Test
    void tooFewSamplesAreRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> ScoreCheck.verify(NORMAL, 1023));
        assertEquals("number of samples is below 1024: 1023", e.getMessage());
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void mutantsAreFound(Mutant mutant) {
        List<String> findings = ScoreCheck.findings(mutant.distribution);
        for (String words : mutant.words) {
            assertTrue(findings.stream().anyMatch(finding -> finding.contains(words)),
                    "\"" + words + "\" is not among the findings:\n" + String.join("\n", findings));
        }
    }

    static Stream<Mutant> mutants() {
        return Stream.of(
                new Mutant("wrong sign", scored(NORMAL, (x, g, o, n) -> multiply(g[0], -1, o, n)),
                        "gradLogPdf by mean at x = ", "differences of logPdf give"),
                new Mutant("half the score", scored(NORMAL, (x, g, o, n) -> multiply(g[1], 0.5, o, n)),
                        "gradLogPdf by standard deviation at x = "),
                new Mutant("half the score, discrete", scored(new Geometric(0.3), (x, g, o, n) -> multiply(g[0], 0.5, o, n)),
                        "gradLogPdf by probability at x = "),
                new Mutant("a constant more", scored(NORMAL, (x, g, o, n) -> add(g[1], 0.01, o, n)),
                        "gradLogPdf by standard deviation at x = "),
                new Mutant("half a percent", scored(NORMAL, (x, g, o, n) -> multiply(g[0], 1.005, o, n)),
                        "gradLogPdf by mean at x = "),
                new Mutant("wrong in the tail", scored(NORMAL, ScoreCheckTest::spoilTail), "gradLogPdf by mean at x = "),
                new Mutant("rows exchanged", scored(NORMAL, ScoreCheckTest::exchange), "gradLogPdf by mean at x = "),
                new Mutant("no normalising constant", unnormalised(NORMAL), "E[score of standard deviation] is ",
                        "logPdf lacks a factor that depends on standard deviation"),
                new Mutant("no normalising constant, discrete", unnormalisedGeometric(new Geometric(0.3)),
                        "E[score of probability] is "),
                new Mutant("draws of another scale", drawn(NORMAL, x -> 1.5 + (x - 1.5) * 1.1),
                        "E[score of standard deviation] is 0.1", "+- 0.00"),
                new Mutant("draws of another place", drawn(NORMAL, x -> x + 0.1), "E[score of mean] is 0.02"),
                new Mutant("draws of another place, discrete", drawn(new Geometric(0.3), x -> x + 1),
                        "E[score of probability] is -1.4"),
                new Mutant("draws of a wrong shape", drawn(NORMAL, x -> 1.5 + Math.copySign(2, x - 1.4)),
                        "the derivative of E[t²/(1 + t²)] by mean is -0.1"),
                new Mutant("draws without their parameter", fixed(NORMAL, 1.5, 2),
                        "the derivative of E[t/(1 + |t|)] by mean is 0.", "by the scores, 0.0 by differences"),
                new Mutant("NaN among the draws", drawn(NORMAL, x -> x > 2 ? Double.NaN : x), " is NaN"),
                new Mutant("draws outside the support", drawn(Exponential.of(1), x -> x - 0.5), "logPdf at a draw, x = -0."),
                new Mutant("neighbours share words", moving(NORMAL), "draw e and draw e + 1 have a correlation of "),
                new Mutant("columns are not seen", columnless(NORMAL), "two columns of a stream are dependent"),
                new Mutant("a generator of its own", stateful(NORMAL), "at one time, ", "depend on more than the stream"),
                new Mutant("draws depend on the cut", cutDependent(NORMAL), "draws depend on how a range is cut: draw "),
                new Mutant("draws depend on the place in the array", placed(NORMAL), "draws depend on how a range is cut: draw "),
                new Mutant("a draw not written", shortened(NORMAL), "sample does not write draw "),
                new Mutant("a draw too many", lengthened(NORMAL), "sample writes place "),
                new Mutant("a row not written", rowless(NORMAL), "gradLogPdf does not write the scores of point "),
                new Mutant("offset of rows ignored", offsetless(NORMAL), "gradLogPdf "),
                new Mutant("scores depend on neighbours", scored(NORMAL, (x, g, o, n) -> add(g[0], n * 1e-3, o, n)),
                        "gradLogPdf by mean at x = ", " alone"),
                new Mutant("x is changed", scored(NORMAL, (x, g, o, n) -> x[0]++), "changes x"),
                new Mutant("score is NaN", scored(NORMAL, (x, g, o, n) -> Arrays.fill(g[0], o, o + n, Double.NaN)),
                        "score by mean of draw 0, x = "),
                new Mutant("gradLogPdf throws", scored(NORMAL, (x, g, o, n) -> g[2][0] = 0), "the check of gradLogPdf ended with "),
                new Mutant("parameters are kept", keeping(NORMAL), "parameters gives an array that it keeps"),
                new Mutant("parameters are mixed up", mixing(NORMAL), "withParameters(parameters()) has mean = 2.0, not 1.5"),
                new Mutant("NaN is taken", lenient(NORMAL), "withParameters takes NaN for mean"),
                new Mutant("a name too few", nameless(NORMAL), "parameterNames has 1 names, parameters has 2 values"),
                new Mutant("support that moves", new Uniform(2), "E[score of upper bound] is -0.5 +- 0.0"),
                new Mutant("a wrong Fisher information", informed(NORMAL, 1.2), "fisherInformation of mean and mean is 0.3"),
                new Mutant("a wrong inverse", inverted(Exponential.of(1)), "inverseCdf of 0.01 is "),
                new Mutant("a wrong Hessian", curved(NORMAL), "hessianLogPdf by mean and mean at x = "),
                new Mutant("wrong scores by statistics", statistical(NORMAL, 1.01), " by its statistics, "),
                new Mutant("quantiles without statistics", quantileStatistical(NORMAL, (x, s, o, n) -> s[0][o] = 9),
                        " of quantile 0, x = "),
                new Mutant("other quantiles with statistics", quantileStatistical(NORMAL, (x, s, o, n) -> x[o]++),
                        " with statistics, "));
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static void multiply(double[] row, double by, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            row[i] *= by;
        }
    }

    private static void add(double[] row, double more, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            row[i] += more;
        }
    }

    private static void spoilTail(double[] x, double[][] g, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            g[0][i] = Math.min(g[0][i], 1);
        }
    }

    private static void exchange(double[] x, double[][] g, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            double first = g[0][i];
            g[0][i] = g[1][i];
            g[1][i] = first;
        }
    }

    private static UnivariateDistribution scored(UnivariateDistribution d, Change change) {
        return new ForwardingDistribution(d, again -> scored(again, change)) {
            @Override
            public void gradLogPdf(double[] x, int offset, double[][] gradient, int gradientOffset, int length) {
                super.gradLogPdf(x, offset, gradient, gradientOffset, length);
                change.to(x, gradient, gradientOffset, length);
            }
        };
    }

    private static UnivariateDistribution drawn(UnivariateDistribution d, DoubleUnaryOperator change) {
        return new ForwardingDistribution(d, again -> drawn(again, change)) {
            @Override
            public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
                super.sample(stream, first, x, offset, length);
                for (int i = offset; i < offset + length; i++) {
                    x[i] = change.applyAsDouble(x[i]);
                }
            }
        };
    }

    /** The log density and the score agree, and both lack a term that does not depend on x. */
    private static UnivariateDistribution unnormalised(UnivariateDistribution d) {
        double sd = d.parameters()[1];
        return new ForwardingDistribution(d, ScoreCheckTest::unnormalised) {
            @Override
            public void logPdf(double[] x, int offset, double[] logPdf, int logPdfOffset, int length) {
                super.logPdf(x, offset, logPdf, logPdfOffset, length);
                add(logPdf, StrictMath.log(sd), logPdfOffset, length);
            }

            @Override
            public void gradLogPdf(double[] x, int offset, double[][] gradient, int gradientOffset, int length) {
                super.gradLogPdf(x, offset, gradient, gradientOffset, length);
                add(gradient[1], 1 / sd, gradientOffset, length);
            }
        };
    }

    private static UnivariateDistribution unnormalisedGeometric(UnivariateDistribution d) {
        double probability = d.parameters()[0];
        return new ForwardingDistribution(d, ScoreCheckTest::unnormalisedGeometric) {
            @Override
            public void logPdf(double[] x, int offset, double[] logPdf, int logPdfOffset, int length) {
                super.logPdf(x, offset, logPdf, logPdfOffset, length);
                add(logPdf, -StrictMath.log(probability), logPdfOffset, length);
            }

            @Override
            public void gradLogPdf(double[] x, int offset, double[][] gradient, int gradientOffset, int length) {
                super.gradLogPdf(x, offset, gradient, gradientOffset, length);
                add(gradient[0], -1 / probability, gradientOffset, length);
            }
        };
    }

    private static UnivariateDistribution fixed(UnivariateDistribution d, double... parameters) {
        return new ForwardingDistribution(d, again -> fixed(again, parameters)) {
            @Override
            public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
                original().withParameters(parameters).sample(stream, first, x, offset, length);
            }
        };
    }

    /** Makes draw e the sum of the normal variables e and e + 1, which has the right variance. */
    private static UnivariateDistribution moving(UnivariateDistribution d) {
        return new ForwardingDistribution(d, ScoreCheckTest::moving) {
            @Override
            public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
                double[] z = new double[length + 1];
                Normal.of(0, Math.sqrt(0.5)).sample(stream, first, z, 0, length + 1);
                double[] parameters = parameters();
                for (int i = 0; i < length; i++) {
                    x[offset + i] = parameters[0] + parameters[1] * (z[i] + z[i + 1]);
                }
            }
        };
    }

    private static UnivariateDistribution columnless(UnivariateDistribution d) {
        return new ForwardingDistribution(d, ScoreCheckTest::columnless) {
            @Override
            public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
                super.sample(SplitStream.of(1), first, x, offset, length);
            }
        };
    }

    private static UnivariateDistribution stateful(UnivariateDistribution d) {
        AtomicLong next = new AtomicLong();
        return new ForwardingDistribution(d, ScoreCheckTest::stateful) {
            @Override
            public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
                super.sample(stream, next.getAndAdd(length), x, offset, length);
            }
        };
    }

    /** Makes draws in pairs: where a range cuts a pair, its last draw is another one. */
    private static UnivariateDistribution cutDependent(UnivariateDistribution d) {
        return new ForwardingDistribution(d, ScoreCheckTest::cutDependent) {
            @Override
            public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
                super.sample(stream, first, x, offset, length);
                if (length % 2 == 1) {
                    super.sample(stream.substream(0), first + length - 1, x, offset + length - 1, 1);
                }
            }
        };
    }

    private static UnivariateDistribution placed(UnivariateDistribution d) {
        return new ForwardingDistribution(d, ScoreCheckTest::placed) {
            @Override
            public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
                super.sample(stream, first + offset, x, offset, length);
            }
        };
    }

    private static UnivariateDistribution shortened(UnivariateDistribution d) {
        return new ForwardingDistribution(d, ScoreCheckTest::shortened) {
            @Override
            public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
                super.sample(stream, first, x, offset, length & ~7);
                super.sample(stream, first + (length & ~7), x, offset + (length & ~7), Math.max(0, (length & 7) - 1));
            }
        };
    }

    private static UnivariateDistribution lengthened(UnivariateDistribution d) {
        return new ForwardingDistribution(d, ScoreCheckTest::lengthened) {
            @Override
            public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
                super.sample(stream, first, x, offset, Math.min(x.length - offset, length + 1));
            }
        };
    }

    private static UnivariateDistribution rowless(UnivariateDistribution d) {
        return new ForwardingDistribution(d, ScoreCheckTest::rowless) {
            @Override
            public void gradLogPdf(double[] x, int offset, double[][] gradient, int gradientOffset, int length) {
                super.gradLogPdf(x, offset, new double[][] {gradient[0], new double[gradient[1].length]}, gradientOffset, length);
            }
        };
    }

    private static UnivariateDistribution offsetless(UnivariateDistribution d) {
        return new ForwardingDistribution(d, ScoreCheckTest::offsetless) {
            @Override
            public void gradLogPdf(double[] x, int offset, double[][] gradient, int gradientOffset, int length) {
                super.gradLogPdf(x, offset, gradient, offset, length);
            }
        };
    }

    private static UnivariateDistribution keeping(UnivariateDistribution d) {
        double[] parameters = d.parameters();
        return new ForwardingDistribution(d, ScoreCheckTest::keeping) {
            @Override
            public double[] parameters() {
                return parameters;
            }
        };
    }

    private static UnivariateDistribution mixing(UnivariateDistribution d) {
        return new ForwardingDistribution(d, ScoreCheckTest::mixing) {
            @Override
            public UnivariateDistribution withParameters(double... parameters) {
                double[] exchanged = parameters.clone();
                exchanged[0] = parameters[1];
                exchanged[1] = parameters[0];
                return super.withParameters(exchanged);
            }
        };
    }

    private static UnivariateDistribution lenient(UnivariateDistribution d) {
        return new ForwardingDistribution(d, ScoreCheckTest::lenient) {
            @Override
            public UnivariateDistribution withParameters(double... parameters) {
                return super.withParameters(Arrays.stream(parameters).map(p -> Double.isNaN(p) ? 1 : p).toArray());
            }
        };
    }

    private static UnivariateDistribution nameless(UnivariateDistribution d) {
        return new ForwardingDistribution(d, ScoreCheckTest::nameless) {
            @Override
            public List<String> parameterNames() {
                return List.of("mean");
            }
        };
    }

    private static UnivariateDistribution informed(Normal d, double factor) {
        class Informed extends ForwardingDistribution implements HasFisherInformation {
            Informed() {
                super(d, again -> informed((Normal) again, factor));
            }

            @Override
            public double[][] fisherInformation() {
                double[][] right = d.fisherInformation();
                right[0][0] *= factor;
                return right;
            }
        }

        return new Informed();
    }

    private static UnivariateDistribution inverted(Exponential d) {
        class Inverted extends ForwardingDistribution implements HasInverseCdf {
            Inverted() {
                super(d, UnaryOperator.identity());
            }

            @Override
            public void inverseCdf(double[] p, int pOffset, double[] x, int xOffset, int length) {
                for (int i = 0; i < length; i++) {
                    x[xOffset + i] = -StrictMath.log(p[pOffset + i]);
                }
            }
        }

        return new Inverted();
    }

    private static UnivariateDistribution curved(Normal d) {
        class Curved extends ForwardingDistribution implements HasHessian {
            Curved() {
                super(d, UnaryOperator.identity());
            }

            @Override
            public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
                d.hessianLogPdf(x, hessian, offset, length);
                multiply(hessian[0], 1.01, offset, length);
            }
        }

        return new Curved();
    }

    /** A normal distribution whose statistic is (x − mean)/sd, from which its scores are computed. */
    private static class Statistical extends ForwardingDistribution {
        private final double factor;

        Statistical(UnivariateDistribution d, UnaryOperator<UnivariateDistribution> again, double factor) {
            super(d, again);
            this.factor = factor;
        }

        @Override
        public int statistics() {
            return 1;
        }

        @Override
        public void sample(SplitStream stream, long first, double[] x, double[][] statistics, int offset, int length) {
            sample(stream, first, x, offset, length);
            standardise(x, statistics[0], offset, length);
        }

        void standardise(double[] x, double[] statistic, int offset, int length) {
            double[] parameters = parameters();
            for (int i = offset; i < offset + length; i++) {
                statistic[i] = (x[i] - parameters[0]) / parameters[1];
            }
        }

        @Override
        public void gradLogPdf(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
            double sd = parameters()[1];
            for (int i = offset; i < offset + length; i++) {
                double z = statistics[0][i] * factor;
                gradient[0][i] = z / sd;
                gradient[1][i] = (z * z - 1) / sd;
            }
        }
    }

    private static UnivariateDistribution statistical(UnivariateDistribution d, double factor) {
        return new Statistical(d, again -> statistical(again, factor), factor);
    }

    private interface Spoiler {
        void spoil(double[] x, double[][] statistics, int offset, int length);
    }

    /** Makes such a distribution with quantiles, whose statistics or values are spoiled. */
    private static UnivariateDistribution quantileStatistical(Normal d, Spoiler spoiler) {
        class Inverted extends Statistical implements HasQuantileStatistics {
            Inverted() {
                super(d, again -> quantileStatistical((Normal) again, spoiler), 1);
            }

            @Override
            public void inverseCdf(double[] p, int pOffset, double[] x, int xOffset, int length) {
                d.inverseCdf(p, pOffset, x, xOffset, length);
            }

            @Override
            public void inverseCdf(double[] x, double[][] statistics, int offset, int length) {
                d.inverseCdf(x, offset, x, offset, length);
                standardise(x, statistics[0], offset, length);
                spoiler.spoil(x, statistics, offset, length);
            }
        }

        return new Inverted();
    }

    @Test
    void quantilesWithStatisticsPass() {
        ScoreCheck.verify(quantileStatistical(NORMAL, (x, s, o, n) -> {}));
    }

    /** Statistics may depend on the parameters. */
    @Test
    void statisticsOfParametersPass() {
        ScoreCheck.verify(statistical(NORMAL, 1));
    }
}
