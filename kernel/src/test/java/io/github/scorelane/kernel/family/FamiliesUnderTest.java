package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.family.FamilyUnderTest.Densities;
import io.github.scorelane.kernel.family.FamilyUnderTest.Reference;
import io.github.scorelane.kernel.family.FamilyUnderTest.Sampling;
import io.github.scorelane.kernel.family.FamilyUnderTest.Scores;
import io.github.scorelane.kernel.math.LogMinusDigamma;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.CauchyDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.GeometricDistribution;
import org.apache.commons.statistics.distribution.GumbelDistribution;
import org.apache.commons.statistics.distribution.LaplaceDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.LogisticDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.ParetoDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;

/** Lists every univariate family's kernel, at parameters that reach its branches. */
final class FamiliesUnderTest {
    private final List<FamilyUnderTest> families = new ArrayList<>();

    private FamiliesUnderTest() {}

    static List<FamilyUnderTest> all() {
        FamiliesUnderTest list = new FamiliesUnderTest();
        list.addInvertible();
        list.addPositive();
        list.addOnTheLine();
        list.addCounts();
        list.addChoices();
        return list.families;
    }

    private void continuous(String name, double[] parameters, Sampling draws, Densities logPdf, Scores scores,
            Reference reference) {
        families.add(new FamilyUnderTest(name + " " + Arrays.toString(parameters), parameters, false, draws, logPdf, scores,
                reference));
    }

    private void counts(String name, double[] parameters, Sampling draws, Densities logPdf, Scores scores, Reference reference) {
        families.add(new FamilyUnderTest(name + " " + Arrays.toString(parameters), parameters, true, draws, logPdf, scores,
                reference));
    }

    /** Scratch as long as an array, for statistics that draws and scores go through. */
    private static double[] like(double[] x) {
        return new double[x.length];
    }

    private void addInvertible() {
        continuous("exponential", new double[] {1.7},
                (s, first, x, o, n) -> ExponentialKernel.sample(1.7, s, first, x, o, n),
                (x, y, o, n) -> ExponentialKernel.logPdf(1.7, x, y, o, n),
                (x, rows, o, n) -> ExponentialKernel.scoreOfMean(1.7, x, rows[0], o, n),
                (p, x) -> ExponentialDistribution.of(p[0]).logDensity(x));
        continuous("uniform", new double[] {},
                (s, first, x, o, n) -> UniformKernel.sample(-1, 2, s, first, x, o, n),
                (x, y, o, n) -> UniformKernel.logPdf(-1, 2, x, y, o, n),
                (x, rows, o, n) -> { },
                (p, x) -> UniformContinuousDistribution.of(-1, 2).logDensity(x));
        continuous("Rayleigh", new double[] {2},
                (s, first, x, o, n) -> RayleighKernel.sample(2, s, first, x, o, n),
                (x, y, o, n) -> RayleighKernel.logPdf(2, x, y, o, n),
                (x, rows, o, n) -> RayleighKernel.scores(2, x, rows[0], o, n),
                (p, x) -> Math.log(x) - 2 * Math.log(p[0]) - x * x / (2 * p[0] * p[0]));
        continuous("Weibull", new double[] {1.5, 2},
                (s, first, x, o, n) -> WeibullKernel.sample(1.5, 2, s, first, x, like(x), like(x), o, n),
                (x, y, o, n) -> WeibullKernel.logPdf(1.5, 2, x, y, o, n),
                (x, rows, o, n) -> {
                    double[] logRatio = like(x);
                    double[] power = like(x);
                    WeibullKernel.statistics(1.5, 2, x, logRatio, power, o, n);
                    WeibullKernel.scores(1.5, 2, logRatio, power, rows[0], rows[1], o, n);
                },
                (p, x) -> WeibullDistribution.of(p[0], p[1]).logDensity(x));
        continuous("Laplace", new double[] {0.5, 2},
                (s, first, x, o, n) -> LaplaceKernel.sample(0.5, 2, s, first, x, o, n),
                (x, y, o, n) -> LaplaceKernel.logPdf(0.5, 2, x, y, o, n),
                (x, rows, o, n) -> LaplaceKernel.scores(0.5, 2, x, rows[0], rows[1], o, n),
                (p, x) -> LaplaceDistribution.of(p[0], p[1]).logDensity(x));
        continuous("Gumbel", new double[] {0.5, 2},
                (s, first, x, o, n) -> GumbelKernel.sample(0.5, 2, s, first, x, like(x), like(x), o, n),
                (x, y, o, n) -> GumbelKernel.logPdf(0.5, 2, x, y, o, n),
                (x, rows, o, n) -> {
                    double[] standard = like(x);
                    double[] power = like(x);
                    GumbelKernel.statistics(0.5, 2, x, standard, power, o, n);
                    GumbelKernel.scores(2, standard, power, rows[0], rows[1], o, n);
                },
                (p, x) -> GumbelDistribution.of(p[0], p[1]).logDensity(x));
        continuous("logistic", new double[] {0.5, 2},
                (s, first, x, o, n) -> LogisticKernel.sample(0.5, 2, s, first, x, like(x), like(x), o, n),
                (x, y, o, n) -> LogisticKernel.logPdf(0.5, 2, x, y, o, n),
                (x, rows, o, n) -> {
                    double[] standard = like(x);
                    double[] tangent = like(x);
                    LogisticKernel.statistics(0.5, 2, x, standard, tangent, o, n);
                    LogisticKernel.scores(2, standard, tangent, rows[0], rows[1], o, n);
                },
                (p, x) -> LogisticDistribution.of(p[0], p[1]).logDensity(x));
        continuous("Cauchy", new double[] {0.5, 2},
                (s, first, x, o, n) -> CauchyKernel.sample(0.5, 2, s, first, x, o, n),
                (x, y, o, n) -> CauchyKernel.logPdf(0.5, 2, x, y, o, n),
                (x, rows, o, n) -> CauchyKernel.scores(0.5, 2, x, rows[0], rows[1], o, n),
                (p, x) -> CauchyDistribution.of(p[0], p[1]).logDensity(x));
        continuous("Pareto", new double[] {2.5},
                (s, first, x, o, n) -> ParetoKernel.sample(1.5, 2.5, s, first, x, like(x), o, n),
                (x, y, o, n) -> ParetoKernel.logPdf(1.5, 2.5, x, y, o, n),
                (x, rows, o, n) -> {
                    double[] logRatio = like(x);
                    ParetoKernel.logRatio(1.5, 2.5, x, logRatio, o, n);
                    ParetoKernel.scores(2.5, logRatio, rows[0], o, n);
                },
                (p, x) -> ParetoDistribution.of(1.5, p[0]).logDensity(x));
        continuous("Kumaraswamy", new double[] {2, 3},
                (s, first, x, o, n) -> KumaraswamyKernel.sample(2, 3, s, first, x, o, n),
                (x, y, o, n) -> KumaraswamyKernel.logPdf(2, 3, x, y, o, n),
                (x, rows, o, n) -> {
                    double[] logPower = like(x);
                    double[] logRest = like(x);
                    double[] slope = like(x);
                    KumaraswamyKernel.statistics(2, x, logPower, logRest, slope, o, n);
                    KumaraswamyKernel.scores(2, 3, logPower, logRest, slope, rows[0], rows[1], o, n);
                },
                (p, x) -> Math.log(p[0] * p[1]) + (p[0] - 1) * Math.log(x) + (p[1] - 1) * Math.log1p(-Math.pow(x, p[0])));
        for (double lower : new double[] {-1, 2}) {
            TruncatedNormalKernel kernel = new TruncatedNormalKernel(0.1, 1, lower, lower + 3);
            continuous("normal truncated at " + lower, new double[] {0.1, 1},
                    (s, first, x, o, n) -> kernel.sample(s, first, x, like(x), o, n),
                    kernel::logPdf,
                    (x, rows, o, n) -> {
                        double[] standard = like(x);
                        kernel.standardise(x, standard, o, n);
                        kernel.scores(standard, rows[0], rows[1], o, n);
                    },
                    (p, x) -> TruncatedNormalDistribution.of(p[0], p[1], lower, lower + 3).logDensity(x));
        }
    }

    private void addPositive() {
        for (double shape : new double[] {0.3, 2.5, 250}) {
            continuous("gamma", new double[] {shape, 1.5},
                    (s, first, x, o, n) -> GammaKernel.sample(shape, 1.5, s, first, x, o, n),
                    (x, y, o, n) -> GammaKernel.logPdf(shape, 1.5, x, y, o, n),
                    (x, rows, o, n) -> {
                        double[] logRatios = like(x);
                        GammaKernel.logRatios(shape, 1.5, x, logRatios, o, n);
                        GammaKernel.scoreOfShape(LogMinusDigamma.of(shape), logRatios, rows[0], o, n);
                        GammaKernel.scoreOfScale(shape, 1.5, x, rows[1], o, n);
                    },
                    (p, x) -> GammaDistribution.of(p[0], p[1]).logDensity(x));
            continuous("inverse gamma", new double[] {shape, 1.5},
                    (s, first, x, o, n) -> InverseGammaKernel.sample(shape, 1.5, s, first, x, o, n),
                    (x, y, o, n) -> InverseGammaKernel.logPdf(shape, 1.5, x, y, o, n),
                    (x, rows, o, n) -> {
                        double[] logRatios = like(x);
                        double[] distances = like(x);
                        InverseGammaKernel.statistics(shape, 1.5, x, logRatios, distances, o, n);
                        GammaKernel.scoreOfShape(LogMinusDigamma.of(shape), logRatios, rows[0], o, n);
                        InverseGammaKernel.scoreOfScale(1.5, distances, rows[1], o, n);
                    },
                    (p, x) -> p[0] * Math.log(p[1]) - LogGamma.value(p[0]) - (p[0] + 1) * Math.log(x) - p[1] / x);
        }
        for (double[] shapes : new double[][] {{2, 3}, {0.5, 0.7}, {70, 80}}) {
            double alpha = shapes[0];
            double beta = shapes[1];
            double ofSum = LogMinusDigamma.of(alpha + beta);
            continuous("beta", shapes,
                    (s, first, x, o, n) -> BetaKernel.sample(alpha, beta, s, first, x, o, n),
                    (x, y, o, n) -> BetaKernel.logPdf(alpha, beta, x, y, o, n),
                    (x, rows, o, n) -> {
                        double[] logRatios = like(x);
                        double[] logComplements = like(x);
                        BetaKernel.statistics(alpha, beta, x, logRatios, logComplements, o, n);
                        GammaKernel.scoreOfShape(LogMinusDigamma.of(alpha) - ofSum, logRatios, rows[0], o, n);
                        GammaKernel.scoreOfShape(LogMinusDigamma.of(beta) - ofSum, logComplements, rows[1], o, n);
                    },
                    (p, x) -> BetaDistribution.of(p[0], p[1]).logDensity(x));
        }
        continuous("log-normal", new double[] {0.1, 0.5},
                (s, first, x, o, n) -> LogNormalKernel.sample(0.1, 0.5, s, first, x, o, n),
                (x, y, o, n) -> LogNormalKernel.logPdf(0.1, 0.5, LogNormalKernel.median(0.1, 0.5), x, y, o, n),
                (x, rows, o, n) -> {
                    double[] z = like(x);
                    LogNormalKernel.standardise(0.1, 0.5, LogNormalKernel.median(0.1, 0.5), x, z, o, n);
                    LogNormalKernel.scores(0.5, z, rows[0], rows[1], o, n);
                },
                (p, x) -> LogNormalDistribution.of(p[0], p[1]).logDensity(x));
        continuous("half-normal", new double[] {2},
                (s, first, x, o, n) -> HalfNormalKernel.sample(2, s, first, x, o, n),
                (x, y, o, n) -> HalfNormalKernel.logPdf(2, x, y, o, n),
                (x, rows, o, n) -> HalfNormalKernel.scores(2, x, rows[0], o, n),
                (p, x) -> 0.5 * Math.log(2 / Math.PI) - Math.log(p[0]) - x * x / (2 * p[0] * p[0]));
        continuous("inverse Gaussian", new double[] {1.5, 2},
                (s, first, x, o, n) -> InverseGaussianKernel.sample(1.5, 2, s, first, x, o, n),
                (x, y, o, n) -> InverseGaussianKernel.logPdf(1.5, 2, x, y, o, n),
                (x, rows, o, n) -> {
                    double[] deviation = like(x);
                    double[] square = like(x);
                    InverseGaussianKernel.statistics(1.5, 2, x, deviation, square, o, n);
                    InverseGaussianKernel.gradLogPdf(1.5, 2, deviation, square, rows[0], rows[1], o, n);
                },
                (p, x) -> 0.5 * Math.log(p[1] / (2 * Math.PI)) - 1.5 * Math.log(x)
                        - p[1] * (x - p[0]) * (x - p[0]) / (2 * p[0] * p[0] * x));
    }

    private void addOnTheLine() {
        continuous("normal", new double[] {0.7, 1.3},
                (s, first, x, o, n) -> NormalSampler.sample(0.7, 1.3, s, first, x, o, n),
                (x, y, o, n) -> NormalKernel.logPdf(0.7, 1.3, x, o, y, o, n),
                (x, rows, o, n) -> NormalKernel.gradLogPdf(0.7, 1.3, x, o, rows[0], rows[1], o, n),
                (p, x) -> NormalDistribution.of(p[0], p[1]).logDensity(x));
        for (double freedom : new double[] {0.9, 5, 50}) {
            continuous("Student t", new double[] {freedom, 0.5, 2},
                    (s, first, x, o, n) -> StudentTKernel.sample(freedom, 0.5, 2, s, first, x, o, n),
                    (x, y, o, n) -> StudentTKernel.logPdf(freedom, 0.5, 2, x, y, o, n),
                    (x, rows, o, n) -> StudentTKernel.gradLogPdf(freedom, StudentTKernel.constant(freedom), 0.5, 2, x, rows[0],
                            rows[1], rows[2], o, n),
                    (p, x) -> TDistribution.of(p[0]).logDensity((x - p[1]) / p[2]) - Math.log(p[2]));
        }
        for (double concentration : new double[] {2, 60}) {
            VonMisesMoments moments = VonMisesMoments.of(concentration);
            continuous("von Mises", new double[] {0.4, concentration},
                    (s, first, x, o, n) -> VonMisesKernel.sample(0.4, concentration, s, first, x, o, n),
                    (x, y, o, n) -> VonMisesKernel.logPdf(0.4, 0, moments, x, y, o, n),
                    (x, rows, o, n) -> {
                        double[] sine = like(x);
                        double[] versine = like(x);
                        VonMisesKernel.statistics(0.4, 0, x, sine, versine, o, n);
                        VonMisesKernel.gradLogPdf(moments, sine, versine, rows[0], rows[1], o, n);
                    },
                    (p, x) -> p[1] * Math.cos(x - p[0]) - Math.log(2 * Math.PI) - logBessel(p[1]));
        }
    }

    /** Computes ln I₀(κ) by its power series. */
    private static double logBessel(double concentration) {
        double term = 1;
        double sum = 1;
        for (int k = 1; k < 300; k++) {
            term *= concentration * concentration / (4.0 * k * k);
            sum += term;
        }
        return Math.log(sum);
    }

    private void addCounts() {
        for (double mean : new double[] {3, 300}) {
            Sampler sampler = mean < 100 ? PoissonKernel.sampler(mean) : PoissonKernel.rejection(mean)::sample;
            counts("Poisson", new double[] {mean}, sampler::sample,
                    (x, y, o, n) -> PoissonKernel.logPdf(mean, x, y, o, n),
                    (x, rows, o, n) -> PoissonKernel.scoreOfMean(mean, x, rows[0], o, n),
                    (p, x) -> PoissonDistribution.of(p[0]).logProbability((int) x));
        }
        for (int trials : new int[] {20, 1000}) {
            Sampler sampler = trials < 100 ? BinomialKernel.sampler(trials, Trial.of(0.3))
                    : BinomialKernel.rejection(trials, 0.3)::sample;
            counts(trials + " trials, binomial", new double[] {0.3}, sampler::sample,
                    (x, y, o, n) -> BinomialKernel.logPdf(trials, Trial.of(0.3), x, y, o, n),
                    (x, rows, o, n) -> BinomialKernel.scores(trials, Trial.of(0.3), 1 / (0.3 * 0.7), x, rows[0], o, n),
                    (p, x) -> BinomialDistribution.of(trials, p[0]).logProbability((int) x));
        }
        for (double successes : new double[] {2.5, 400}) {
            Trial trial = Trial.of(0.3);
            Sampler sampler = NegativeBinomialKernel.sampler(successes, trial);
            NegativeBinomialScore ofSuccesses = new NegativeBinomialScore(successes, trial);
            counts("negative binomial", new double[] {successes, 0.3}, sampler::sample,
                    (x, y, o, n) -> NegativeBinomialKernel.logPdf(successes, trial, x, y, o, n),
                    (x, rows, o, n) -> {
                        ofSuccesses.score(x, rows[0], o, n);
                        NegativeBinomialKernel.scores(successes, trial, 1 / (0.3 * 0.7), x, rows[1], o, n);
                    },
                    (p, x) -> logNegativeBinomial(p[0], p[1], x));
        }
        DispersedCountKernel dispersed = new DispersedCountKernel(3, 0.4);
        counts("dispersed count", new double[] {3, 0.4}, dispersed.sampler()::sample, dispersed::logPdf,
                (x, rows, o, n) -> {
                    dispersed.scoresOfMean(x, rows[0], o, n);
                    dispersed.scoresOfDispersion(x, rows[1], o, n);
                },
                (p, x) -> logNegativeBinomial(1 / p[1], 1 / (1 + p[0] * p[1]), x));
        counts("geometric", new double[] {0.2},
                (s, first, x, o, n) -> GeometricKernel.sample(Trial.of(0.2), s, first, x, o, n),
                (x, y, o, n) -> GeometricKernel.logPdf(Trial.of(0.2), x, y, o, n),
                (x, rows, o, n) -> GeometricKernel.scores(1 / 0.2, -1 / 0.8, x, rows[0], o, n),
                (p, x) -> GeometricDistribution.of(p[0]).logProbability((int) x));
        ZetaKernel zeta = new ZetaKernel(2.5, 1.5);
        counts("zeta", new double[] {2.5},
                (s, first, x, o, n) -> zeta.sample(s, first, x, like(x), o, n),
                zeta::logPdf,
                (x, rows, o, n) -> {
                    double[] logarithms = Arrays.stream(x).map(Math::log).toArray();
                    zeta.scores(1, logarithms, rows[0], o, n);
                },
                (p, x) -> -p[0] * Math.log(x) - Math.log(zeta(p[0])));
    }

    private static double logNegativeBinomial(double r, double p, double k) {
        return LogGamma.value(k + r) - LogGamma.value(r) - LogGamma.value(k + 1) + r * Math.log(p) + k * Math.log1p(-p);
    }

    /** Computes Riemann's zeta function by 1,000 terms and Euler and Maclaurin's formula for the others. */
    private static double zeta(double s) {
        DoubleUnaryOperator power = n -> Math.pow(n, -s);
        double sum = 0;
        for (int n = 999; n > 0; n--) {
            sum += power.applyAsDouble(n);
        }
        return sum + 1000 * power.applyAsDouble(1000) / (s - 1) + power.applyAsDouble(1000) * (0.5 + s / 12000);
    }

    private void addChoices() {
        counts("Bernoulli", new double[] {0.3},
                (s, first, x, o, n) -> BernoulliKernel.sample(0.3, 0.7, s, first, x, o, n),
                (x, y, o, n) -> BernoulliKernel.logPdf(Math.log(0.3), Math.log(0.7), x, y, o, n),
                (x, rows, o, n) -> BernoulliKernel.scores(1 / 0.3, 1 / 0.7, x, rows[0], o, n),
                (p, x) -> Math.log(x == 1 ? p[0] : 1 - p[0]));
        double[] logits = {0.5, -1, 2};
        Softmax softmax = new Softmax(logits);
        counts("categorical", logits, softmax.table()::sample, softmax::logPdf,
                (x, rows, o, n) -> softmax.scores(x, o, 0, rows, o, n),
                (p, x) -> p[(int) x] - Math.log(Arrays.stream(p).map(Math::exp).sum()));
        double[] parameters = {0.3, -0.4, -1, 2, 0.5, 1.5};
        double[] mixed = {0.3, -0.4};
        double[] means = {-1, 2};
        double[] deviations = {0.5, 1.5};
        double[] weights = NormalMixtureKernel.weights(mixed);
        double[] peaks = NormalMixtureKernel.logPeaks(mixed, deviations);
        AliasTable components = AliasTable.of(weights);
        continuous("mixture", parameters,
                (s, first, x, o, n) -> NormalMixtureKernel.sample(components, means, deviations, s, first, x, o, n),
                (x, y, o, n) -> NormalMixtureKernel.logPdf(peaks, means, deviations, x, y, o, n),
                (x, rows, o, n) -> NormalMixtureKernel.gradLogPdf(peaks, weights, means, deviations, x, rows, o, n),
                FamiliesUnderTest::logMixture);
    }

    private static double logMixture(double[] p, double x) {
        double all = Math.exp(p[0]) + Math.exp(p[1]);
        double density = 0;
        for (int k = 0; k < 2; k++) {
            density += Math.exp(p[k]) / all * NormalDistribution.of(p[2 + k], p[4 + k]).density(x);
        }
        return Math.log(density);
    }
}
