package io.github.scorelane.bench.family;

import io.github.scorelane.bench.peer.family.ExponentialPeer;
import io.github.scorelane.bench.peer.family.FamilyPeer;
import io.github.scorelane.bench.peer.family.GumbelPeer;
import io.github.scorelane.bench.peer.family.HalfNormalPeer;
import io.github.scorelane.bench.peer.family.LaplacePeer;
import io.github.scorelane.bench.peer.family.LogNormalPeer;
import io.github.scorelane.bench.peer.family.LogisticPeer;
import io.github.scorelane.bench.peer.family.NormalPeer;
import io.github.scorelane.bench.peer.family.ParetoPeer;
import io.github.scorelane.bench.peer.family.RayleighPeer;
import io.github.scorelane.bench.peer.family.WeibullPeer;
import io.github.scorelane.distribution.Exponential;
import io.github.scorelane.distribution.Gumbel;
import io.github.scorelane.distribution.HalfNormal;
import io.github.scorelane.distribution.Laplace;
import io.github.scorelane.distribution.LogNormal;
import io.github.scorelane.distribution.Logistic;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.Pareto;
import io.github.scorelane.distribution.Rayleigh;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.distribution.Weibull;
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
    /** Log-normal. */
    LOG_NORMAL("log-normal(0.5, 0.8)", 2, () -> LogNormal.of(0.5, 0.8), () -> new LogNormalPeer(0.5, 0.8)),
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
    PARETO("Pareto(1, 2.5)", 1, () -> Pareto.of(1, 2.5), () -> new ParetoPeer(1, 2.5));

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

    /** Its name on the command line and in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For a person. */
    public String title() {
        return title;
    }

    /** How many samples one call is of, where arrays are to have a size. */
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
