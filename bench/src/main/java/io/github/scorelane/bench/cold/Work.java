package io.github.scorelane.bench.cold;

import io.github.scorelane.Baseline;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.Beta;
import io.github.scorelane.distribution.Exponential;
import io.github.scorelane.distribution.Gamma;
import io.github.scorelane.distribution.LogNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.Poisson;
import io.github.scorelane.distribution.StudentT;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.distribution.VonMises;
import io.github.scorelane.distribution.Weibull;
import io.github.scorelane.function.BatchFunction;
import java.util.function.DoubleUnaryOperator;

/** A piece of work that is done again and again in a JVM. Nothing of the library is touched before one is made. */
abstract class Work {
    /** Samples of an estimate, where it is not small. */
    static final int SAMPLES = 131_072;
    static final int SMALL = 256;
    private static final double MEAN = 0.5;
    private static final double DEVIATION = 1.2;

    private long seed = 42;
    private double sum;

    /** The work of a scenario. */
    static Work of(Scenario scenario) {
        return switch (scenario) {
            case NORMAL, ONE_CORE -> normal();
            case LEAVE_ONE_OUT -> new Estimates(estimator(Normal.of(MEAN, DEVIATION)).baseline(Baseline.leaveOneOut()));
            case GAMMA -> new Estimates(estimator(Gamma.of(2.5, 2)));
            case STUDENT_T -> new Estimates(estimator(StudentT.of(5, MEAN, DEVIATION)));
            case POISSON -> new Estimates(estimator(Poisson.of(3)));
            case LOG_NORMAL -> new Estimates(estimator(LogNormal.of(MEAN, 0.8)));
            case EXPONENTIAL -> new Estimates(estimator(Exponential.of(1.2)));
            case BETA -> new Estimates(estimator(Beta.of(2, 3)));
            case WEIBULL -> new Estimates(estimator(Weibull.of(1.5, 2)));
            case VON_MISES -> new Estimates(estimator(VonMises.of(MEAN, 2)));
            case SIX_FAMILIES -> new InTurn(of(Scenario.NORMAL), of(Scenario.GAMMA), of(Scenario.STUDENT_T), of(Scenario.POISSON),
                    of(Scenario.LOG_NORMAL), of(Scenario.EXPONENTIAL));
            case LAMBDAS -> new Lambdas();
            case SMALL_AT -> new SmallAt();
            case SMALL_OF -> new SmallOf();
            case TWO_THREADS -> new TwoThreads();
        };
    }

    /** Estimates of a normal distribution. */
    static Work normal() {
        return new Estimates(estimator(Normal.of(MEAN, DEVIATION)));
    }

    private static ScoreFunctionEstimator<DoubleUnaryOperator> estimator(UnivariateDistribution distribution) {
        return ScoreFunctionEstimator.of(distribution).samples(SAMPLES);
    }

    /** Does a piece of it, and tells how many samples that were. */
    abstract long step();

    /** The processor time of the other threads that work, in nanoseconds. */
    long otherThreads() {
        return 0;
    }

    /** Ends the other threads. */
    void end() throws InterruptedException {}

    /** A seed that no step had before. */
    final long nextSeed() {
        return seed++;
    }

    /** Takes a result, so that it is one. */
    final void use(double result) {
        sum += result;
    }

    /** The sum of the results. */
    double sum() {
        return sum;
    }

    private static BatchFunction square() {
        return (x, n, f) -> {
            double[] column = x[0];
            for (int s = 0; s < n; s++) {
                f[s] = column[s] * column[s];
            }
        };
    }

    /** Estimates with one estimator. */
    private static final class Estimates extends Work {
        private final ScoreFunctionEstimator<DoubleUnaryOperator> estimator;
        private final BatchFunction f = square();

        Estimates(ScoreFunctionEstimator<DoubleUnaryOperator> estimator) {
            this.estimator = estimator;
        }

        @Override
        long step() {
            use(estimator.seed(nextSeed()).estimate(f).gradient()[0]);
            return SAMPLES;
        }
    }

    /** A step of each. */
    private static final class InTurn extends Work {
        private final Work[] works;
        private int next;

        InTurn(Work... works) {
            this.works = works;
        }

        @Override
        long step() {
            Work work = works[next];
            next = (next + 1) % works.length;
            long samples = work.step();
            use(work.sum());
            return samples;
        }
    }

    /** One lambda after the other, each of a class of its own. */
    private static final class Lambdas extends Work {
        private static final int CLASSES = 100;

        private final ScoreFunctionEstimator<DoubleUnaryOperator> estimator = estimator(Normal.of(MEAN, DEVIATION));
        private final DoubleUnaryOperator[] lambdas = HiddenSquare.copies(CLASSES);
        private int next;

        @Override
        long step() {
            DoubleUnaryOperator lambda = lambdas[next];
            next = (next + 1) % lambdas.length;
            use(estimator.seed(nextSeed()).estimate(lambda).gradient()[0]);
            return SAMPLES;
        }
    }

    /** The loop of an optimiser that keeps its estimator. */
    private static final class SmallAt extends Work {
        private final ScoreFunctionEstimator<DoubleUnaryOperator> estimator =
                ScoreFunctionEstimator.of(Normal.of(MEAN, DEVIATION)).samples(SMALL).baseline(Baseline.leaveOneOut());
        private final BatchFunction f = square();

        @Override
        long step() {
            long next = nextSeed();
            use(estimator.at(Normal.of((next & 255) * 0x1p-8, DEVIATION)).seed(next).estimate(f).gradient()[0]);
            return SMALL;
        }
    }

    /** The loop of an optimiser that makes a new estimator each time. */
    private static final class SmallOf extends Work {
        private final BatchFunction f = square();

        @Override
        long step() {
            long next = nextSeed();
            use(ScoreFunctionEstimator.of(Normal.of((next & 255) * 0x1p-8, DEVIATION)).samples(SMALL)
                    .baseline(Baseline.leaveOneOut()).seed(next).estimate(f).gradient()[0]);
            return SMALL;
        }
    }
}
