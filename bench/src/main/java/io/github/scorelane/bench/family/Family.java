package io.github.scorelane.bench.family;

import io.github.scorelane.bench.peer.family.BernoulliPeer;
import io.github.scorelane.bench.peer.family.BetaPeer;
import io.github.scorelane.bench.peer.family.BinomialPeer;
import io.github.scorelane.bench.peer.family.CategoricalPeer;
import io.github.scorelane.bench.peer.family.CauchyPeer;
import io.github.scorelane.bench.peer.family.ChiSquaredPeer;
import io.github.scorelane.bench.peer.family.DirichletPeer;
import io.github.scorelane.bench.peer.family.ExponentialPeer;
import io.github.scorelane.bench.peer.family.FamilyPeer;
import io.github.scorelane.bench.peer.family.GammaPeer;
import io.github.scorelane.bench.peer.family.GeometricPeer;
import io.github.scorelane.bench.peer.family.GumbelPeer;
import io.github.scorelane.bench.peer.family.HalfNormalPeer;
import io.github.scorelane.bench.peer.family.InverseGammaPeer;
import io.github.scorelane.bench.peer.family.InverseGaussianPeer;
import io.github.scorelane.bench.peer.family.KumaraswamyPeer;
import io.github.scorelane.bench.peer.family.LaplacePeer;
import io.github.scorelane.bench.peer.family.LogNormalPeer;
import io.github.scorelane.bench.peer.family.LogisticPeer;
import io.github.scorelane.bench.peer.family.NegativeBinomialPeer;
import io.github.scorelane.bench.peer.family.NormalMixturePeer;
import io.github.scorelane.bench.peer.family.NormalPeer;
import io.github.scorelane.bench.peer.family.ParetoPeer;
import io.github.scorelane.bench.peer.family.PoissonPeer;
import io.github.scorelane.bench.peer.family.RayleighPeer;
import io.github.scorelane.bench.peer.family.StudentTPeer;
import io.github.scorelane.bench.peer.family.TabledPoissonPeer;
import io.github.scorelane.bench.peer.family.TruncatedNormalPeer;
import io.github.scorelane.bench.peer.family.VonMisesPeer;
import io.github.scorelane.bench.peer.family.WeibullPeer;
import io.github.scorelane.bench.peer.family.ZetaPeer;
import io.github.scorelane.distribution.Bernoulli;
import io.github.scorelane.distribution.Beta;
import io.github.scorelane.distribution.Binomial;
import io.github.scorelane.distribution.Categorical;
import io.github.scorelane.distribution.Cauchy;
import io.github.scorelane.distribution.ChiSquared;
import io.github.scorelane.distribution.Dirichlet;
import io.github.scorelane.distribution.Exponential;
import io.github.scorelane.distribution.Gamma;
import io.github.scorelane.distribution.Geometric;
import io.github.scorelane.distribution.Gumbel;
import io.github.scorelane.distribution.HalfNormal;
import io.github.scorelane.distribution.InverseGamma;
import io.github.scorelane.distribution.InverseGaussian;
import io.github.scorelane.distribution.Kumaraswamy;
import io.github.scorelane.distribution.Laplace;
import io.github.scorelane.distribution.LogNormal;
import io.github.scorelane.distribution.Logistic;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.NegativeBinomial;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.NormalMixture;
import io.github.scorelane.distribution.Pareto;
import io.github.scorelane.distribution.Poisson;
import io.github.scorelane.distribution.Rayleigh;
import io.github.scorelane.distribution.StudentT;
import io.github.scorelane.distribution.TruncatedNormal;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.distribution.VonMises;
import io.github.scorelane.distribution.Weibull;
import io.github.scorelane.distribution.Zeta;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The families that are measured, in the order of the tables: Scorelane's, and the same law without it. A new family is a line
 * here, and a peer.
 *
 * <p>Nothing of the library is initialised before it is asked for its work.
 */
public enum Family {
    /** Normal. */
    NORMAL("normal(0.5, 1.2)", 2, () -> Normal.of(0.5, 1.2), () -> new NormalPeer(0.5, 1.2)),
    /** Half-normal. */
    HALF_NORMAL("half-normal(1.2)", 1, () -> HalfNormal.of(1.2), () -> new HalfNormalPeer(1.2)),
    /** Normal between bounds. */
    TRUNCATED_NORMAL("truncated normal(0.5, 1.2; 0, 2)", 2, () -> TruncatedNormal.of(0.5, 1.2, 0, 2),
            () -> new TruncatedNormalPeer(0.5, 1.2, 0, 2)),
    /** Log-normal. */
    LOG_NORMAL("log-normal(0.5, 0.8)", 2, () -> LogNormal.of(0.5, 0.8), () -> new LogNormalPeer(0.5, 0.8)),
    /** Mixture of normals. */
    NORMAL_MIXTURE("mixture of 3 normals", 9, () -> NormalMixture.of(Numbers.WEIGHTS, Numbers.MEANS, Numbers.DEVIATIONS),
            () -> new NormalMixturePeer(Numbers.WEIGHTS, Numbers.MEANS, Numbers.DEVIATIONS)),
    /** Exponential. */
    EXPONENTIAL("exponential(1.2)", 1, () -> Exponential.of(1.2), () -> new ExponentialPeer(1.2)),
    /** Laplace. */
    LAPLACE("Laplace(0.5, 1.2)", 2, () -> Laplace.of(0.5, 1.2), () -> new LaplacePeer(0.5, 1.2)),
    /** Logistic. */
    LOGISTIC("logistic(0.5, 1.2)", 2, () -> Logistic.of(0.5, 1.2), () -> new LogisticPeer(0.5, 1.2)),
    /** Gumbel. */
    GUMBEL("Gumbel(0.5, 1.2)", 2, () -> Gumbel.of(0.5, 1.2), () -> new GumbelPeer(0.5, 1.2)),
    /** Weibull. */
    WEIBULL("Weibull(1.5, 2)", 2, () -> Weibull.of(1.5, 2), () -> new WeibullPeer(1.5, 2)),
    /** Rayleigh. */
    RAYLEIGH("Rayleigh(1.2)", 1, () -> Rayleigh.of(1.2), () -> new RayleighPeer(1.2)),
    /** Pareto. */
    PARETO("Pareto(1, 2.5)", 1, () -> Pareto.of(1, 2.5), () -> new ParetoPeer(1, 2.5)),
    /** Cauchy. */
    CAUCHY("Cauchy(0.5, 1.2)", 2, () -> Cauchy.of(0.5, 1.2), () -> new CauchyPeer(0.5, 1.2)),
    /** Student's t. */
    STUDENT_T("Student's t(5, 0.5, 1.2)", 3, () -> StudentT.of(5, 0.5, 1.2), () -> new StudentTPeer(5, 0.5, 1.2)),
    /** Von Mises. */
    VON_MISES("von Mises(0.5, 2)", 2, () -> VonMises.of(0.5, 2), () -> new VonMisesPeer(0.5, 2)),
    /** Kumaraswamy. */
    KUMARASWAMY("Kumaraswamy(2, 3)", 2, () -> Kumaraswamy.of(2, 3), () -> new KumaraswamyPeer(2, 3)),
    /** Gamma, of a shape above 1. */
    GAMMA("gamma(2.5, 2)", 2, () -> Gamma.of(2.5, 2), () -> new GammaPeer(2.5, 2)),
    /** Gamma, of a shape below 1. */
    GAMMA_BELOW_1("gamma(0.3, 2)", 2, () -> Gamma.of(0.3, 2), () -> new GammaPeer(0.3, 2)),
    /** Chi-squared. */
    CHI_SQUARED("chi-squared(3)", 1, () -> ChiSquared.of(3), () -> new ChiSquaredPeer(3)),
    /** Inverse gamma. */
    INVERSE_GAMMA("inverse gamma(2.5, 2)", 2, () -> InverseGamma.of(2.5, 2), () -> new InverseGammaPeer(2.5, 2)),
    /** Inverse Gaussian. */
    INVERSE_GAUSSIAN("inverse Gaussian(1.2, 2)", 2, () -> InverseGaussian.of(1.2, 2), () -> new InverseGaussianPeer(1.2, 2)),
    /** Beta. */
    BETA("beta(2, 3)", 2, () -> Beta.of(2, 3), () -> new BetaPeer(2, 3)),
    /** Dirichlet, of ten coordinates. */
    DIRICHLET("Dirichlet of 10", 10, 10, () -> Dirichlet.of(Numbers.CONCENTRATIONS),
            () -> new DirichletPeer(Numbers.CONCENTRATIONS)),
    /** Bernoulli. */
    BERNOULLI("Bernoulli(0.3)", 1, () -> Bernoulli.of(0.3), () -> new BernoulliPeer(0.3)),
    /** Categorical, of ten values. */
    CATEGORICAL("categorical of 10", 10, () -> Categorical.of(Numbers.PROBABILITIES),
            () -> new CategoricalPeer(Numbers.PROBABILITIES)),
    /** Geometric. */
    GEOMETRIC("geometric(0.2)", 1, () -> Geometric.of(0.2), () -> new GeometricPeer(0.2)),
    /** Binomial. */
    BINOMIAL("binomial(50, 0.3)", 1, () -> Binomial.of(50, 0.3), () -> new BinomialPeer(50, 0.3)),
    /** Negative binomial. */
    NEGATIVE_BINOMIAL("negative binomial(5, 0.4)", 2, () -> NegativeBinomial.of(5, 0.4),
            () -> new NegativeBinomialPeer(5, 0.4)),
    /** Zeta. */
    ZETA("zeta(2.5)", 1, () -> Zeta.of(2.5), () -> new ZetaPeer(2.5)),
    /** Poisson, of a small mean. */
    POISSON("Poisson(3)", 1, () -> Poisson.of(3), () -> new PoissonPeer(3)),
    /** The same beside a table. */
    TABLED_POISSON("Poisson(3), beside a table", 1, () -> Poisson.of(3), () -> new TabledPoissonPeer(3)),
    /** Poisson, of a larger mean. */
    POISSON_40("Poisson(40)", 1, () -> Poisson.of(40), () -> new PoissonPeer(40)),
    /** The same beside a table. */
    TABLED_POISSON_40("Poisson(40), beside a table", 1, () -> Poisson.of(40), () -> new TabledPoissonPeer(40));

    /** Samples of several coordinates are drawn, and scored, by blocks. */
    private static final int BLOCK = 1024;

    private final String title;
    private final int dimension;
    private final int parameters;
    private final Supplier<?> distribution;
    private final Supplier<FamilyPeer> peer;

    Family(String title, int dimension, int parameters, Supplier<MultivariateDistribution> distribution,
            Supplier<FamilyPeer> peer) {
        this.title = title;
        this.dimension = dimension;
        this.parameters = parameters;
        this.distribution = distribution;
        this.peer = peer;
    }

    Family(String title, int parameters, Supplier<UnivariateDistribution> distribution, Supplier<FamilyPeer> peer) {
        this.title = title;
        this.dimension = 1;
        this.parameters = parameters;
        this.distribution = distribution;
        this.peer = peer;
    }

    /** The name on the command line and in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words for a person. */
    public String title() {
        return title;
    }

    /** The number of samples of one call, where arrays are to have a size. */
    public int samples(int size) {
        return dimension == 1 ? size : Math.min(size, BLOCK);
    }

    /** Numbers drawn by one call. */
    public int elements(int size) {
        return dimension * samples(size);
    }

    /** Scorelane at work. */
    public FamilyWork library(int size) {
        int samples = samples(size);
        return switch (distribution.get()) {
            case UnivariateDistribution univariate -> new UnivariateWork(univariate, samples);
            case MultivariateDistribution multivariate -> new MultivariateWork(multivariate, samples);
            default -> throw new IllegalStateException("not a distribution");
        };
    }

    /** The same without Scorelane. */
    public FamilyWork peer(int size) {
        return new PeerWork(peer.get(), dimension, parameters, samples(size));
    }
}
