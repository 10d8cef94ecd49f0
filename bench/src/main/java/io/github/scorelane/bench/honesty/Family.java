package io.github.scorelane.bench.honesty;

import io.github.scorelane.bench.honesty.law.CountLaws;
import io.github.scorelane.bench.honesty.law.Law;
import io.github.scorelane.bench.honesty.law.PositiveLaws;
import io.github.scorelane.bench.honesty.law.RealLaws;
import io.github.scorelane.distribution.Bernoulli;
import io.github.scorelane.distribution.Beta;
import io.github.scorelane.distribution.Binomial;
import io.github.scorelane.distribution.Categorical;
import io.github.scorelane.distribution.Cauchy;
import io.github.scorelane.distribution.ChiSquared;
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
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The univariate families, three distributions of each, and the laws that they are to follow. */
public enum Family {
    /** Normal. */
    NORMAL("Normal", "0 1; 0.7 1.3; 3 0.2", p -> Normal.of(p[0], p[1]), p -> RealLaws.normal(p[0], p[1])),
    /** Log-normal. */
    LOG_NORMAL("LogNormal", "0 1; -1 0.3; 0.5 0.6", p -> LogNormal.of(p[0], p[1]), p -> PositiveLaws.logNormal(p[0], p[1])),
    /** Exponential, by its mean. */
    EXPONENTIAL("Exponential", "1; 0.05; 3", p -> Exponential.of(p[0]), p -> PositiveLaws.exponential(p[0])),
    /** Gamma. */
    GAMMA("Gamma", "0.1 1; 0.5 2; 3 1.5", p -> Gamma.of(p[0], p[1]), p -> PositiveLaws.gamma(p[0], p[1])),
    /** Chi-squared. */
    CHI_SQUARED("ChiSquared", "0.3; 1.5; 8", p -> ChiSquared.of(p[0]), p -> PositiveLaws.chiSquared(p[0])),
    /** Weibull. */
    WEIBULL("Weibull", "0.6 1; 1.5 2; 4 0.5", p -> Weibull.of(p[0], p[1]), p -> PositiveLaws.weibull(p[0], p[1])),
    /** Rayleigh. */
    RAYLEIGH("Rayleigh", "1; 0.08; 3", p -> Rayleigh.of(p[0]), p -> PositiveLaws.rayleigh(p[0])),
    /** Half-normal. */
    HALF_NORMAL("HalfNormal", "1; 0.08; 3", p -> HalfNormal.of(p[0]), p -> PositiveLaws.halfNormal(p[0])),
    /** Pareto, by its shape. */
    PARETO("Pareto", "1 0.7; 1 2.5; 2 8", p -> Pareto.of(p[0], p[1]), p -> PositiveLaws.pareto(p[0], p[1])),
    /** Gumbel. */
    GUMBEL("Gumbel", "0 1; -2 0.3; 1 1.2", p -> Gumbel.of(p[0], p[1]), p -> RealLaws.gumbel(p[0], p[1])),
    /** Logistic. */
    LOGISTIC("Logistic", "0 1; -2 0.3; 1 0.7", p -> Logistic.of(p[0], p[1]), p -> RealLaws.logistic(p[0], p[1])),
    /** Laplace. */
    LAPLACE("Laplace", "0 1; -2 0.3; 1 0.7", p -> Laplace.of(p[0], p[1]), p -> RealLaws.laplace(p[0], p[1])),
    /** Cauchy. */
    CAUCHY("Cauchy", "0 1; -2 0.3; 1 3", p -> Cauchy.of(p[0], p[1]), p -> RealLaws.cauchy(p[0], p[1])),
    /** Student's t. */
    STUDENT_T("StudentT", "0.8 0 1; 3.5 1 0.5; 12 -1 2", p -> StudentT.of(p[0], p[1], p[2]),
            p -> RealLaws.studentT(p[0], p[1], p[2])),
    /** Inverse gamma. */
    INVERSE_GAMMA("InverseGamma", "0.6 1; 2.5 1.3; 8 4", p -> InverseGamma.of(p[0], p[1]),
            p -> PositiveLaws.inverseGamma(p[0], p[1])),
    /** Inverse Gaussian. */
    INVERSE_GAUSSIAN("InverseGaussian", "1 0.3; 1.5 2; 0.08 0.5", p -> InverseGaussian.of(p[0], p[1]),
            p -> PositiveLaws.inverseGaussian(p[0], p[1])),
    /** Beta. */
    BETA("Beta", "0.3 0.5; 2 3; 0.7 9", p -> Beta.of(p[0], p[1]), p -> PositiveLaws.beta(p[0], p[1])),
    /** Kumaraswamy. */
    KUMARASWAMY("Kumaraswamy", "0.5 0.5; 2 3; 0.7 9", p -> Kumaraswamy.of(p[0], p[1]),
            p -> PositiveLaws.kumaraswamy(p[0], p[1])),
    /** Von Mises. */
    VON_MISES("VonMises", "0 0.05; 0.5 2; -1 20", p -> VonMises.of(p[0], p[1]), p -> RealLaws.vonMises(p[0], p[1])),
    /** Truncated normal, by the mean and the standard deviation of what is cut; the bounds are no parameters. */
    TRUNCATED_NORMAL("TruncatedNormal", "0 1 -1 2; 0.5 1.2 0 Infinity; 0 1 2 Infinity",
            p -> TruncatedNormal.of(p[0], p[1], p[2], p[3]), p -> RealLaws.truncatedNormal(p[0], p[1], p[2], p[3])),
    /** Normal mixture, by its logits. */
    NORMAL_MIXTURE("NormalMixture", "0.5 0.5 -1 1 0.5 1; 0.05 0.95 3 0 0.3 1; 0.2 0.5 0.3 -2 0 2 0.5 0.3 1",
            p -> NormalMixture.of(third(p, 0), third(p, 1), third(p, 2)), RealLaws::normalMixture),
    /** Bernoulli. */
    BERNOULLI("Bernoulli", "0.5; 0.05; 0.003", p -> Bernoulli.of(p[0]), p -> CountLaws.bernoulli(p[0])),
    /** Binomial. */
    BINOMIAL("Binomial", "10 0.005; 6 0.3; 60 0.5", p -> Binomial.of((int) p[0], p[1]),
            p -> CountLaws.binomial((int) p[0], p[1])),
    /** Poisson. */
    POISSON("Poisson", "0.05; 0.7; 20", p -> Poisson.of(p[0]), p -> CountLaws.poisson(p[0])),
    /** Geometric. */
    GEOMETRIC("Geometric", "0.95; 0.7; 0.1", p -> Geometric.of(p[0]), p -> CountLaws.geometric(p[0])),
    /** Negative binomial. */
    NEGATIVE_BINOMIAL("NegativeBinomial", "0.5 0.2; 3 0.6; 20 0.3", p -> NegativeBinomial.of(p[0], p[1]),
            p -> CountLaws.negativeBinomial(p[0], p[1])),
    /** Zeta. */
    ZETA("Zeta", "1.6; 2.8; 5", p -> Zeta.of(p[0]), p -> CountLaws.zeta(p[0])),
    /** Categorical, by its logits. */
    CATEGORICAL("Categorical", "0.5 0.3 0.2; 0.979 0.02 0.001; 0.05 0.2 0.3 0.25 0.15 0.04 0.01", Categorical::of,
            CountLaws::categorical);

    private final String title;
    private final List<double[]> sets;
    private final Function<double[], UnivariateDistribution> distribution;
    private final Function<double[], Law> law;

    /** Makes a family, whose sets of parameters are written as "2.5 1; 1e-3 1". */
    Family(String title, String sets, Function<double[], UnivariateDistribution> distribution, Function<double[], Law> law) {
        this.title = title;
        this.sets = Stream.of(sets.split(";"))
                .map(set -> Stream.of(set.strip().split(" +")).mapToDouble(Double::parseDouble).toArray()).toList();
        this.distribution = distribution;
        this.law = law;
    }

    /** The family's name. */
    public String title() {
        return title;
    }

    /** The number of its sets of parameters. */
    int sets() {
        return sets.size();
    }

    /** The words for one of its distributions, as a person writes it. */
    public String title(int set) {
        return Arrays.stream(sets.get(set)).mapToObj(x -> Double.toString(x).replaceFirst("\\.0$", ""))
                .collect(Collectors.joining(", ", title + "(", ")"));
    }

    /** The numbers that one of its distributions is made of. */
    double[] numbers(int set) {
        return sets.get(set).clone();
    }

    /** The library's distribution. */
    public UnivariateDistribution distribution(int set) {
        return distribution.apply(numbers(set));
    }

    /** The law of any numbers that its distributions could be made of. */
    Law law(double... numbers) {
        return law.apply(numbers);
    }

    private static double[] third(double[] numbers, int which) {
        int length = numbers.length / 3;
        return Arrays.copyOfRange(numbers, which * length, (which + 1) * length);
    }
}
