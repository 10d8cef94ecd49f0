package io.github.scorelane.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.github.scorelane.kernel.family.AliasTable;
import io.github.scorelane.kernel.family.BernoulliKernel;
import io.github.scorelane.kernel.family.BetaKernel;
import io.github.scorelane.kernel.family.BinomialKernel;
import io.github.scorelane.kernel.family.BinomialSampler;
import io.github.scorelane.kernel.family.CategoricalKernel;
import io.github.scorelane.kernel.family.CauchyKernel;
import io.github.scorelane.kernel.family.ExponentialKernel;
import io.github.scorelane.kernel.family.GammaKernel;
import io.github.scorelane.kernel.family.GeometricKernel;
import io.github.scorelane.kernel.family.GumbelKernel;
import io.github.scorelane.kernel.family.HalfNormalKernel;
import io.github.scorelane.kernel.family.InverseGammaKernel;
import io.github.scorelane.kernel.family.InverseGaussianKernel;
import io.github.scorelane.kernel.family.KumaraswamyKernel;
import io.github.scorelane.kernel.family.LaplaceKernel;
import io.github.scorelane.kernel.family.LogNormalKernel;
import io.github.scorelane.kernel.family.LogisticKernel;
import io.github.scorelane.kernel.family.MultinomialKernel;
import io.github.scorelane.kernel.family.MultinomialSampler;
import io.github.scorelane.kernel.family.NegativeBinomialKernel;
import io.github.scorelane.kernel.family.NegativeBinomialScore;
import io.github.scorelane.kernel.family.NormalKernel;
import io.github.scorelane.kernel.family.NormalMixtureKernel;
import io.github.scorelane.kernel.family.NormalRows;
import io.github.scorelane.kernel.family.NormalSampler;
import io.github.scorelane.kernel.family.ParetoKernel;
import io.github.scorelane.kernel.family.PlackettLuceKernel;
import io.github.scorelane.kernel.family.PoissonKernel;
import io.github.scorelane.kernel.family.PoissonSampler;
import io.github.scorelane.kernel.family.RayleighKernel;
import io.github.scorelane.kernel.family.Sampler;
import io.github.scorelane.kernel.family.Softmax;
import io.github.scorelane.kernel.family.StudentTKernel;
import io.github.scorelane.kernel.family.Trial;
import io.github.scorelane.kernel.family.TriangularKernel;
import io.github.scorelane.kernel.family.TruncatedNormalKernel;
import io.github.scorelane.kernel.family.UniformKernel;
import io.github.scorelane.kernel.family.VonMisesKernel;
import io.github.scorelane.kernel.family.VonMisesMoments;
import io.github.scorelane.kernel.family.WeibullKernel;
import io.github.scorelane.kernel.family.ZetaKernel;
import io.github.scorelane.kernel.fit.ConstantGains;
import io.github.scorelane.kernel.fit.LeastSquares;
import io.github.scorelane.kernel.fit.LeaveTwoOut;
import io.github.scorelane.kernel.fit.LeftOutLoss;
import io.github.scorelane.kernel.math.Atan;
import io.github.scorelane.kernel.math.ChebyshevSeries;
import io.github.scorelane.kernel.math.Cos;
import io.github.scorelane.kernel.math.Deviance;
import io.github.scorelane.kernel.math.Digamma;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Expm1;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;
import io.github.scorelane.kernel.math.Log1pMinusX;
import io.github.scorelane.kernel.math.LogGamma;
import io.github.scorelane.kernel.math.Logistic;
import io.github.scorelane.kernel.math.NormalQuantile;
import io.github.scorelane.kernel.math.Probit;
import io.github.scorelane.kernel.math.Sin;
import io.github.scorelane.kernel.math.StirlingError;
import io.github.scorelane.kernel.math.TanPi;
import io.github.scorelane.kernel.math.Tanh;
import io.github.scorelane.kernel.math.Turn;
import io.github.scorelane.kernel.sequence.Sobol;
import io.github.scorelane.kernel.stream.SplitStream;
import io.github.scorelane.kernel.sum.ControlSums;
import io.github.scorelane.kernel.sum.CrossSums;
import io.github.scorelane.kernel.sum.FunctionSums;
import io.github.scorelane.kernel.sum.NormalResidualSums;
import io.github.scorelane.kernel.sum.NormalScoreSums;
import io.github.scorelane.kernel.sum.PairSums;
import io.github.scorelane.kernel.sum.ProductSums;
import io.github.scorelane.kernel.sum.ResidualSums;
import io.github.scorelane.kernel.sum.ScoreSums;
import io.github.scorelane.kernel.sum.SumTree;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Counts the bytes that hot kernels allocate. A vector that C2 does not keep in a register is an object, and 25 to 100 times
 * slower: it shows as allocation.
 */
class AllocationTest {
    private static final int N = 1024;
    private static final int FEW = 256;
    private static final int ROUNDS = 3;
    private static final int WARM = 700;
    private static final int MEASURED = 300;
    private static final long PATIENCE = 20_000_000_000L;
    /**
     * Largest number of bytes for each element: a vector that is an object takes twelve or more, and objects that are made once a
     * call take much less.
     */
    private static final long LIMIT = MEASURED * (long) N;

    private final double[] x = new double[N];
    private final double[] y = new double[N];
    private final double[] z = new double[N];
    private final double[] small = IntStream.range(0, N).mapToDouble(i -> 0.01 * i / N).toArray();
    private final double[] counts = IntStream.range(0, N).mapToDouble(i -> i).toArray();
    private final double[] v = new double[N];
    private final double[] w = new double[N];
    private final double[][] truncations = {{-1, 2}, {40, 50}, {0, 1e-3}};
    private final long[] words = new long[N];
    private final long[] places = new long[N];
    private final double[] sums = new double[ScoreSums.CENTRING_LENGTH];
    private final double[] scratch = new double[CrossSums.SCRATCH];
    private final SumTree tree = new SumTree(ScoreSums.CENTRING_LENGTH);
    private final SplitStream stream = SplitStream.of(1);

    private void putMath(Map<String, Runnable> kernels) {
        kernels.put("words", () -> stream.words(0, words, 0, N));
        kernels.put("words of a work list", () -> stream.reservedWords(0, 5, places, words, N));
        kernels.put("uniforms", () -> stream.uniforms(0, x, 0, N));
        kernels.put("Sobol's points", () -> Sobol.points(stream, 3, 5, x, 0, N));
        kernels.put("sums of pairs", () -> PairSums.sum(x, N / 2, 1, sums, 0));
        kernels.put("sums of pairs' scores", () -> PairSums.sum(x, y, N / 2, 1, sums, 0));
        kernels.put("log", () -> Log.log(x, 0, y, 0, N));
        kernels.put("exp", () -> Exp.exp(x, 0, y, 0, N));
        kernels.put("log1p", () -> Log1p.log1p(x, 0, y, 0, N));
        kernels.put("expm1", () -> Expm1.expm1(x, 0, y, 0, N));
        kernels.put("cosine of turns", () -> Turn.cos(x, 0, y, 0, N));
        kernels.put("sine of turns", () -> Turn.sin(x, 0, y, 0, N));
        kernels.put("tangent of half turns", () -> TanPi.tanPi(x, 0, y, 0, N));
        kernels.put("sine", () -> Sin.sin(x, 0, y, 0, N));
        kernels.put("cosine", () -> Cos.cos(x, 0, y, 0, N));
        kernels.put("inverse tangent", () -> Atan.atan(x, 0, y, 0, N));
        kernels.put("Chebyshev series", () -> ChebyshevSeries.subtract(new double[] {1, 0.5, 0.25, 0.125}, x, 0, y, 0, N));
        kernels.put("tanh", () -> Tanh.tanh(x, 0, y, 0, N));
        kernels.put("logistic", () -> Logistic.logistic(x, 0, y, 0, N));
        kernels.put("normal quantile", () -> NormalQuantile.quantile(words, 0, x, 0, N));
        kernels.put("probit", () -> Probit.probit(x, 0, y, 0, N));
        kernels.put("probit of tails", () -> Probit.probit(small, 0, y, 0, N));
        kernels.put("log gamma", () -> LogGamma.logGamma(counts, 0, y, 0, N));
        kernels.put("digamma", () -> Digamma.digamma(counts, 0, y, 0, N));
        kernels.put("Stirling error", () -> StirlingError.stirlingError(counts, 0, y, 0, N));
        kernels.put("Stirling error below 1/2", () -> StirlingError.stirlingError(small, 0, y, 0, N));
        kernels.put("deviance", () -> Deviance.deviance(counts, 0, 300, y, 0, N));
        kernels.put("log1p - x", () -> Log1pMinusX.log1pMinusX(x, 0, y, 0, N));
    }

    private void putDiscrete(Map<String, Runnable> kernels) {
        for (int values : new int[] {5, 30, 60, 200}) {
            AliasTable table = AliasTable.of(new SplittableRandom(values).doubles(values).toArray());
            kernels.put("table of " + values, () -> table.sample(stream, 0, x, 0, N));
        }
        for (double mean : new double[] {3, 1e6}) {
            Sampler sampler = PoissonKernel.sampler(mean);
            kernels.put("Poisson sample " + mean, () -> sampler.sample(stream, 0, x, 0, N));
        }
        kernels.put("Poisson logPdf", () -> PoissonKernel.logPdf(300, counts, y, 0, N));
        kernels.put("Poisson score", () -> PoissonKernel.scoreOfMean(300, counts, y, 0, N));
        kernels.put("Poisson sample of means", () -> PoissonSampler.sample(counts, stream, 0, x, 0, N));
        for (double p : new double[] {0.3, 0.7}) {
            Sampler sampler = BinomialKernel.sampler(1_000_000, Trial.of(p));
            kernels.put("binomial sample " + p, () -> sampler.sample(stream, 0, x, 0, N));
        }
        Sampler failures = NegativeBinomialKernel.sampler(2.5, Trial.of(1e-4));
        NegativeBinomialScore ofSuccesses = new NegativeBinomialScore(2.5, Trial.of(1e-4));
        NegativeBinomialScore ofManySuccesses = new NegativeBinomialScore(2.5e4, Trial.of(1e-4));
        kernels.put("negative binomial sample", () -> failures.sample(stream, 0, x, 0, N));
        kernels.put("negative binomial logPdf", () -> NegativeBinomialKernel.logPdf(2.5, Trial.of(1e-4), counts, y, 0, N));
        kernels.put("negative binomial score", () -> NegativeBinomialKernel.scores(2.5, Trial.of(0.1), 1, counts, y, 0, N));
        kernels.put("score of successes", () -> ofSuccesses.score(counts, y, 0, N));
        kernels.put("score of many successes", () -> ofManySuccesses.score(counts, y, 0, N));
        BinomialSampler ofTrials = new BinomialSampler(0.3, 0.7);
        kernels.put("binomial sample of trials", () -> ofTrials.sample(counts, stream, 0, x, 0, N));
        double[][] columns = {x, y, z};
        Softmax softmax = new Softmax(new double[] {0.5, -1, 2});
        for (int trials : new int[] {4, 1000}) {
            MultinomialSampler sampler = new MultinomialSampler(trials, 1, 2, 3);
            kernels.put("multinomial sample of " + trials, () -> sampler.sample(stream, 0, columns, 0, N));
        }
        kernels.put("multinomial logPdf", () -> MultinomialKernel.logPdf(1000, softmax, columns, 0, z, 0, N));
        kernels.put("multinomial score", () -> MultinomialKernel.scoreOfLogit(9, softmax, 2, counts, 0, y, 0, N));
        double[] positive = Arrays.stream(counts).map(each -> each + 1).toArray();
        kernels.put("deviance from means", () -> Deviance.deviance(counts, positive, y, 0, N));
        kernels.put("binomial logPdf", () -> BinomialKernel.logPdf(1_000, Trial.of(0.3), counts, y, 0, N));
        kernels.put("binomial score", () -> BinomialKernel.scores(1_000, Trial.of(0.3), 1, counts, y, 0, N));
        kernels.put("Bernoulli sample", () -> BernoulliKernel.sample(0.3, 0.7, stream, 0, x, 0, N));
        kernels.put("Bernoulli logPdf", () -> BernoulliKernel.logPdf(-1, -0.5, x, y, 0, N));
        kernels.put("Bernoulli scores", () -> BernoulliKernel.scores(2, 3, x, y, 0, N));
        kernels.put("Bernoulli sample of rows", () -> BernoulliKernel.sample(z, stream, 0, x, 0, N));
        kernels.put("Bernoulli logPdf of rows", () -> BernoulliKernel.logPdf(z, x, y, 0, N));
        kernels.put("Bernoulli scores of rows", () -> BernoulliKernel.scores(z, x, y, 0, N));
        double[][] logits = {z, some(1), some(2)};
        double[][] rows = {y, some(3), some(4)};
        kernels.put("categorical logPdf", () -> softmax.logPdf(x, y, 0, N));
        kernels.put("categorical scores", () -> softmax.scores(x, 0, 0, rows, 0, N));
        kernels.put("categorical sample of rows", () -> CategoricalKernel.sample(logits, stream, 0, x, 0, N));
        kernels.put("categorical logPdf of rows", () -> CategoricalKernel.logPdf(logits, x, y, 0, N));
        kernels.put("categorical scores of rows", () -> CategoricalKernel.scores(logits, x, rows, 0, N));
        PlackettLuceKernel orders = new PlackettLuceKernel(new double[] {0, 0.5, 1});
        double[][] ranks = {some(5), some(6), some(7)};
        kernels.put("Plackett-Luce sample", () -> orders.sample(stream, 0, ranks, 0, N));
        kernels.put("Plackett-Luce reciprocals", () -> orders.reciprocals(ranks, 0, rows, 0, N));
        kernels.put("Plackett-Luce logPdf", () -> orders.logPdf(ranks, 0, y, 0, N));
        kernels.put("Plackett-Luce scores", () -> orders.scores(1, x, 0, y, 0, N));
        ZetaKernel zeta = new ZetaKernel(1.7, 0.7);
        kernels.put("zeta sample", () -> zeta.sample(stream, 0, x, y, 0, N));
        kernels.put("zeta logPdf", () -> zeta.logPdf(x, y, 0, N));
        kernels.put("zeta scores", () -> zeta.scores(1, x, y, 0, N));
        kernels.put("geometric sample", () -> GeometricKernel.sample(Trial.of(0.2), stream, 0, x, 0, N));
        kernels.put("geometric logPdf", () -> GeometricKernel.logPdf(Trial.of(0.2), x, y, 0, N));
        kernels.put("geometric scores", () -> GeometricKernel.scores(5, -1.25, x, y, 0, N));
        kernels.put("normal sample of rows", () -> NormalRows.sample(y, z, stream, 0, x, 0, N));
        kernels.put("normal logPdf of rows", () -> NormalRows.logPdf(x, z, x, y, 0, N));
        kernels.put("normal scores of rows", () -> NormalRows.scores(x, x, x, y, z, 0, N));
    }

    private void putContinuous(Map<String, Runnable> kernels) {
        kernels.put("normal sample", () -> NormalSampler.sample(0, 1, stream, 0, x, 0, N));
        kernels.put("normal logPdf", () -> NormalKernel.logPdf(0, 1, x, 0, y, 0, N));
        kernels.put("normal gradLogPdf", () -> NormalKernel.gradLogPdf(0, 1, x, 0, y, z, 0, N));
        kernels.put("normal score of mean", () -> NormalKernel.scoreOfMean(0, 1, x, 0, y, 0, N));
        kernels.put("normal score of sd", () -> NormalKernel.scoreOfStandardDeviation(0, 1, x, 0, y, 0, N));
        kernels.put("gamma sample", () -> GammaKernel.sample(2.5, 1, stream, 0, x, 0, N));
        kernels.put("gamma sample and statistics", () -> GammaKernel.sample(0.3, 1, stream, 0, x, y, 0, N));
        kernels.put("gamma logPdf", () -> GammaKernel.logPdf(2.5, 1, x, y, 0, N));
        kernels.put("gamma logPdf of a large shape", () -> GammaKernel.logPdf(250, 1, x, y, 0, N));
        kernels.put("gamma statistics of points", () -> GammaKernel.logRatios(2.5, 1, x, y, 0, N));
        kernels.put("inverse gamma sample and statistics", () -> InverseGammaKernel.sample(2.5, 1, stream, 0, x, y, z, 0, N));
        kernels.put("inverse gamma logPdf", () -> InverseGammaKernel.logPdf(2.5, 1, x, y, 0, N));
        kernels.put("beta sample", () -> BetaKernel.sample(2, 3, stream, 0, x, 0, N));
        kernels.put("beta sample and statistics", () -> BetaKernel.sample(0.5, 0.5, stream, 0, x, y, z, 0, N));
        kernels.put("beta logPdf", () -> BetaKernel.logPdf(70, 80, x, y, 0, N));
        kernels.put("t sample", () -> StudentTKernel.sample(5, 0, 1, stream, 0, x, 0, N));
        kernels.put("t logPdf", () -> StudentTKernel.logPdf(5, 0, 1, x, y, 0, N));
        kernels.put("t gradLogPdf", () -> StudentTKernel.gradLogPdf(5, 0.1, 0, 1, x, y, z, small, 0, N));
        kernels.put("t gradLogPdf of many degrees", () -> StudentTKernel.gradLogPdf(50, 0.1, 0, 1, x, y, z, small, 0, N));
        kernels.put("inverse Gaussian sample", () -> InverseGaussianKernel.sample(1, 2, stream, 0, x, 0, N));
        kernels.put("inverse Gaussian sample with statistics",
                () -> InverseGaussianKernel.sample(1, 2, stream, 0, x, y, z, 0, N));
        kernels.put("inverse Gaussian logPdf", () -> InverseGaussianKernel.logPdf(1, 2, x, y, 0, N));
        kernels.put("inverse Gaussian statistics", () -> InverseGaussianKernel.statistics(1, 2, x, y, z, 0, N));
        kernels.put("inverse Gaussian gradLogPdf", () -> InverseGaussianKernel.gradLogPdf(1, 2, x, y, y, z, 0, N));
        double[][] square = new double[32][32];
        double[] triangle = new double[TriangularKernel.row(32)];
        double[] five = {1, 2, 3, 4, 5};
        double[][] rows = new double[15][N];
        AliasTable fiveComponents = AliasTable.of(five);
        kernels.put("mixture sample", () -> NormalMixtureKernel.sample(fiveComponents, five, five, stream, 0, x, 0, N));
        kernels.put("mixture gradLogPdf", () -> NormalMixtureKernel.gradLogPdf(five, five, five, five, x, rows, 0, N));
        VonMisesMoments two = VonMisesMoments.of(2);
        kernels.put("von Mises sample", () -> VonMisesKernel.sample(1, 2, stream, 0, x, 0, N));
        kernels.put("von Mises sample with statistics", () -> VonMisesKernel.sample(1, 2, stream, 0, x, y, z, 0, N));
        kernels.put("von Mises statistics", () -> VonMisesKernel.statistics(1, 0, x, y, z, 0, N));
        kernels.put("von Mises logPdf", () -> VonMisesKernel.logPdf(1, 0, two, x, y, 0, N));
        kernels.put("von Mises gradLogPdf", () -> VonMisesKernel.gradLogPdf(two, x, y, y, z, 0, N));
        kernels.put("triangular product", () -> TriangularKernel.multiply(triangle, square, 0, 32));
    }

    private void putSums(Map<String, Runnable> kernels) {
        double[] ofNormal = new double[NormalScoreSums.SCRATCH];
        double[] phi = some(9);
        double[] kappa = new double[6 * LeaveTwoOut.COUNT];
        double[] factors = new double[LeastSquares.scratch(6)];
        double[] left = new double[LeastSquares.sums(6) * LeaveTwoOut.COUNT];
        kernels.put("function sums", () -> FunctionSums.centre(x, 0.5, N, sums, 0));
        kernels.put("score sums", () -> ScoreSums.sum(x, y, N, sums, 0));
        kernels.put("centring sums", () -> ScoreSums.sumCentring(x, 0.5, y, z, N, sums, 0));
        kernels.put("cross sums", () -> CrossSums.sum(x, y, z, N, sums, 0, scratch));
        kernels.put("normal score sums",
                () -> NormalScoreSums.sum(x, 0.5, y, 0.1, 1.2, N, ofNormal, ofNormal, FunctionSums.LENGTH, FunctionSums.LENGTH));
        kernels.put("normal residual sums", () -> NormalResidualSums.sum(x, 0.5, y, 0.1, 1.2, 0.3, 0.4, N, ofNormal, ofNormal,
                FunctionSums.LENGTH, FunctionSums.LENGTH));
        kernels.put("residual sums", () -> ResidualSums.sum(x, 0.5, z, y, N, sums, 0));
        kernels.put("centring residual sums", () -> ResidualSums.sumCentring(x, 0.5, 0.1, z, y, phi, N, sums, 0));
        kernels.put("control sums", () -> ControlSums.sum(x, y, z, N, sums, 0));
        kernels.put("product sums", () -> ProductSums.sum(x, y, N, sums, 0));
        kernels.put("sums without two lanes", () -> LeaveTwoOut.sum(x, LeastSquares.sums(6), left));
        kernels.put("least squares", () -> LeastSquares.solve(left, 6, kappa, factors));
        kernels.put("gains of constants", () -> ConstantGains.sum(left, 0, v, w, 0.1, 1, phi, factors));
        kernels.put("loss of lanes that are left out", () -> LeftOutLoss.loss(x, 6, 6, kappa, v, w));
        kernels.put("sum tree", () -> {
            tree.add(sums);
            tree.add(sums);
            tree.drainTo(sums);
            sums[0] = 1;
        });
    }

    /**
     * Adds families that draw by quantiles, with draws, scores and log densities. They get fewer elements, as each is many kernels.
     */
    private void putInvertible(Map<String, Runnable> kernels) {
        double[] u = counts.clone();
        for (int i = 0; i < N; i++) {
            u[i] = (i + 0.5) / N;
        }
        kernels.put("exponential", () -> {
            ExponentialKernel.sample(2, stream, 0, x, 0, FEW);
            ExponentialKernel.scoreOfMean(2, x, y, 0, FEW);
            ExponentialKernel.logPdf(2, x, y, 0, FEW);
        });
        kernels.put("uniform", () -> {
            UniformKernel.sample(-1, 2, stream, 0, x, 0, FEW);
            UniformKernel.logPdf(-1, 2, x, y, 0, FEW);
        });
        kernels.put("log-normal", () -> {
            LogNormalKernel.sample(0.1, 0.5, stream, 0, x, y, 0, FEW);
            LogNormalKernel.standardise(0.1, 0.5, null, x, y, 0, FEW);
            LogNormalKernel.scores(0.5, y, z, w, 0, FEW);
            LogNormalKernel.logPdf(0.1, 0.5, null, x, y, 0, FEW);
        });
        kernels.put("Rayleigh", () -> {
            RayleighKernel.sample(2, stream, 0, x, 0, FEW);
            RayleighKernel.scores(2, x, y, 0, FEW);
            RayleighKernel.logPdf(2, x, y, 0, FEW);
        });
        kernels.put("Weibull", () -> {
            WeibullKernel.sample(1.5, 2, stream, 0, x, y, z, 0, FEW);
            WeibullKernel.statistics(1.5, 2, x, y, z, 0, FEW);
            WeibullKernel.scores(1.5, 2, y, z, v, w, 0, FEW);
            WeibullKernel.logPdf(1.5, 2, x, y, 0, FEW);
        });
        kernels.put("Laplace", () -> {
            LaplaceKernel.sample(0.5, 2, stream, 0, x, 0, FEW);
            LaplaceKernel.scores(0.5, 2, x, y, z, 0, FEW);
            LaplaceKernel.logPdf(0.5, 2, x, y, 0, FEW);
        });
        kernels.put("Gumbel", () -> {
            GumbelKernel.sample(0.5, 2, stream, 0, x, y, z, 0, FEW);
            GumbelKernel.statistics(0.5, 2, x, y, z, 0, FEW);
            GumbelKernel.scores(2, y, z, v, w, 0, FEW);
            GumbelKernel.logPdf(0.5, 2, x, y, 0, FEW);
        });
        kernels.put("logistic family", () -> {
            LogisticKernel.sample(0.5, 2, stream, 0, x, y, z, 0, FEW);
            LogisticKernel.statistics(0.5, 2, x, y, z, 0, FEW);
            LogisticKernel.scores(2, y, z, v, w, 0, FEW);
            LogisticKernel.logPdf(0.5, 2, x, y, 0, FEW);
        });
        kernels.put("Cauchy", () -> {
            CauchyKernel.sample(0.5, 2, stream, 0, x, 0, FEW);
            CauchyKernel.scores(0.5, 2, x, y, z, 0, FEW);
            CauchyKernel.logPdf(0.5, 2, x, y, 0, FEW);
        });
        kernels.put("Pareto", () -> {
            ParetoKernel.sample(1, 2.5, stream, 0, x, y, 0, FEW);
            ParetoKernel.logRatio(1, 2.5, x, y, 0, FEW);
            ParetoKernel.scores(2.5, y, z, 0, FEW);
            ParetoKernel.logPdf(1, 2.5, x, y, 0, FEW);
        });
        kernels.put("half-normal", () -> {
            HalfNormalKernel.sample(2, stream, 0, x, 0, FEW);
            HalfNormalKernel.scores(2, x, y, 0, FEW);
            HalfNormalKernel.logPdf(2, x, y, 0, FEW);
        });
        kernels.put("Kumaraswamy", () -> {
            KumaraswamyKernel.sample(2, 3, stream, 0, x, y, z, w, 0, FEW);
            KumaraswamyKernel.statistics(2, x, y, z, w, 0, FEW);
            KumaraswamyKernel.scores(2, 3, y, z, w, v, x, 0, FEW);
            KumaraswamyKernel.logPdf(2, 3, u, y, 0, FEW);
        });
        for (double[] bounds : truncations) {
            TruncatedNormalKernel truncated = new TruncatedNormalKernel(0, 1, bounds[0], bounds[1]);
            kernels.put("normal truncated at " + bounds[0], () -> {
                truncated.sample(stream, 0, x, y, 0, FEW);
                truncated.scores(y, z, w, 0, FEW);
                truncated.logPdf(x, y, 0, FEW);
            });
        }
        kernels.put("quantiles", () -> {
            System.arraycopy(u, 0, x, 0, FEW);
            ExponentialKernel.quantile(1, x, 0, FEW);
            System.arraycopy(u, 0, x, 0, FEW);
            LaplaceKernel.quantile(0, 1, x, 0, FEW);
            System.arraycopy(u, 0, x, 0, FEW);
            CauchyKernel.quantile(0, 1, x, 0, FEW);
            System.arraycopy(u, 0, x, 0, FEW);
            LogNormalKernel.quantile(0, 1, x, x, 0, FEW);
            System.arraycopy(u, 0, x, 0, FEW);
            HalfNormalKernel.quantile(1, x, 0, FEW);
            System.arraycopy(u, 0, x, 0, FEW);
            KumaraswamyKernel.quantile(2, 3, x, 0, FEW);
        });
    }

    private static double[] some(int seed) {
        return new SplittableRandom(seed).doubles(N).toArray();
    }

    private Map<String, Runnable> all() {
        Map<String, Runnable> kernels = new LinkedHashMap<>();
        putMath(kernels);
        putDiscrete(kernels);
        putContinuous(kernels);
        putInvertible(kernels);
        putSums(kernels);
        return kernels;
    }

    @Test
    @Tag("bits")
    void hotKernelsAllocateNothingThoughOthersAreHotToo() {
        assumeWidthOfHardware();
        Map<String, Runnable> kernels = new LinkedHashMap<>();
        putMath(kernels);
        putSums(kernels);
        assertEquals(List.of(), allocating(kernels, ROUNDS));
    }

    /** Tests that the list is complete: with the families there are a hundred and sixty kernels. */
    @Test
    void hotFamiliesAllocateNothingThoughAllAreHot() {
        assumeWidthOfHardware();
        assertEquals(List.of(), allocating(all(), ROUNDS));
    }

    /**
     * Tests kernels with C2's profile switched off. In some JVMs C2 has seen nothing of the Vector API's methods when it compiles a
     * kernel.
     */
    @Test
    void noKernelNeedsAProfileOfTheVectorsItCarries() {
        assumeTrue(hardwareBits() > 0, "no vectors");
        var jvm = FreshJvm.run(WithoutProfiles.class,
                List.of("--add-modules=jdk.incubator.vector", "-Dscorelane.vector.cold=0", "-XX:-UseTypeProfile"));
        assertTrue(jvm.output().contains("allocating: []"), jvm.output());
    }

    /** Measures the kernels, in a JVM of its own. */
    static final class WithoutProfiles {
        private WithoutProfiles() {}

        public static void main(String[] arguments) {
            System.out.println("allocating: " + allocating(new AllocationTest().all(), 1));
        }
    }

    private static void assumeWidthOfHardware() {
        assumeTrue(Lanes.BITS <= hardwareBits(), "a width that the hardware lacks is emulated with objects");
    }

    private static List<String> allocating(Map<String, Runnable> kernels, int rounds) {
        List<String> order = new ArrayList<>(kernels.keySet());
        Collections.shuffle(order, new Random(20261121));
        for (int round = 0; round < rounds; round++) {
            for (String name : order) {
                repeat(kernels.get(name), WARM);
            }
        }
        List<String> allocating = new ArrayList<>();
        for (String name : order) {
            long least = Long.MAX_VALUE;
            // Calls go on until C2 has compiled the kernel: on a busy machine a hundred methods may wait before it.
            long deadline = System.nanoTime() + PATIENCE;
            while (least >= LIMIT && System.nanoTime() < deadline) {
                long before = allocated();
                repeat(kernels.get(name), MEASURED);
                least = Math.min(least, allocated() - before);
            }
            if (least >= LIMIT) {
                allocating.add(name + ": " + least + " bytes for " + MEASURED * N + " elements");
            }
        }
        return allocating;
    }

    private static void repeat(Runnable kernel, int times) {
        for (int i = 0; i < times; i++) {
            kernel.run();
        }
    }

    private static int hardwareBits() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty() ? 0 : Preferred.bits();
    }

    /** Isolates the code that names vectors: this class is loaded only where the vector module is there. */
    private static final class Preferred {
        static int bits() {
            return jdk.incubator.vector.VectorShape.preferredShape().vectorBitSize();
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
