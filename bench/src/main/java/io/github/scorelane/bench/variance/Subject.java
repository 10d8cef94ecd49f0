package io.github.scorelane.bench.variance;

import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.function.BatchFunction;
import io.github.scorelane.kernel.math.Cos;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.quickstart.BreastCancerData;
import io.github.scorelane.quickstart.GeometricBrownianMotion;
import io.github.scorelane.quickstart.LogisticRegression;
import io.github.scorelane.quickstart.VariationalInference;
import java.util.List;

/** The functions of the table, each with its distribution. */
public enum Subject {
    /** (x + 3)². */
    SQUARE("(x + 3)²", List.of("mean", "standard deviation")) {
        @Override
        Problem problem(VarianceSettings settings) {
            return ofStandardNormal((x, n, f) -> {
                for (int s = 0; s < n; s++) {
                    f[s] = (x[0][s] + 3) * (x[0][s] + 3);
                }
            });
        }
    },
    /** exp(−x²). */
    BELL("exp(−x²)", List.of("mean", "standard deviation")) {
        @Override
        Problem problem(VarianceSettings settings) {
            return ofStandardNormal((x, n, f) -> {
                for (int s = 0; s < n; s++) {
                    f[s] = -x[0][s] * x[0][s];
                }
                Exp.exp(f, 0, f, 0, n);
            });
        }
    },
    /** 1 above 1, else 0. */
    STEP("1[x > 1]", List.of("mean", "standard deviation")) {
        @Override
        Problem problem(VarianceSettings settings) {
            return ofStandardNormal((x, n, f) -> {
                for (int s = 0; s < n; s++) {
                    f[s] = x[0][s] > 1 ? 1 : 0;
                }
            });
        }
    },
    /** x. */
    IDENTITY("x", List.of("mean", "standard deviation")) {
        @Override
        Problem problem(VarianceSettings settings) {
            return ofStandardNormal((x, n, f) -> System.arraycopy(x[0], 0, f, 0, n));
        }
    },
    /** cos x. */
    COSINE("cos x", List.of("mean", "standard deviation")) {
        @Override
        Problem problem(VarianceSettings settings) {
            return ofStandardNormal((x, n, f) -> Cos.cos(x[0], 0, f, 0, n));
        }
    },
    /** Pays S − K where that is positive; of x = ln S. */
    CALL("European call", List.of("mean", "standard deviation")) {
        @Override
        Problem problem(VarianceSettings settings) {
            return ofLogPrice((x, n, f) -> {
                Exp.exp(x[0], 0, f, 0, n);
                for (int s = 0; s < n; s++) {
                    f[s] = DISCOUNT * Math.max(f[s] - STRIKE, 0);
                }
            });
        }
    },
    /** Pays 1 where S > K; of x = ln S. */
    DIGITAL("digital call", List.of("mean", "standard deviation")) {
        @Override
        Problem problem(VarianceSettings settings) {
            double logStrike = StrictMath.log(STRIKE);
            return ofLogPrice((x, n, f) -> {
                for (int s = 0; s < n; s++) {
                    f[s] = x[0][s] > logStrike ? DISCOUNT : 0;
                }
            });
        }
    },
    /** A call that is void if the price is at or below the barrier on one of four dates. */
    BARRIER("down-and-out call", List.of("spot", "volatility")) {
        @Override
        Problem problem(VarianceSettings settings) {
            return new Problem(ScoreFunctionEstimator.of(GeometricBrownianMotion.of(SPOT, VOLATILITY, RATE, 0, 0.25, 0.5, 0.75, 1)),
                    (x, n, f) -> {
                        System.arraycopy(x[x.length - 1], 0, f, 0, n);
                        for (double[] price : x) {
                            for (int s = 0; s < n; s++) {
                                f[s] = price[s] > BARRIER_PRICE ? f[s] : 0;
                            }
                        }
                        for (int s = 0; s < n; s++) {
                            f[s] = DISCOUNT * Math.max(f[s] - STRIKE, 0);
                        }
                    }, 2);
        }
    },
    /** The evidence lower bound of the quickstart's logistic regression, at a fitted posterior. */
    BOUND("ELBO of the quickstart", List.of("all 62, summed")) {
        @Override
        Problem problem(VarianceSettings settings) {
            BreastCancerData data = BreastCancerData.load();
            LogisticRegression model = new LogisticRegression(data.features(), data.benign());
            DiagonalNormal q = new VariationalInference(model, settings.fitSteps(), settings.fitSamples(), FIT_SEED)
                    .fit((_, _) -> { });
            return new Problem(ScoreFunctionEstimator.of(q), model.evidenceLowerBound(q), 2 * model.weights());
        }
    };

    private static final double SPOT = 100;
    private static final double STRIKE = 100;
    private static final double BARRIER_PRICE = 90;
    private static final double RATE = 0.03;
    private static final double VOLATILITY = 0.2;
    /** Over a year. */
    private static final double DISCOUNT = StrictMath.exp(-RATE);
    private static final long FIT_SEED = 42;

    private final String title;
    private final List<String> rows;

    Subject(String title, List<String> rows) {
        this.title = title;
        this.rows = rows;
    }

    /** The name for a person. */
    public String title() {
        return title;
    }

    /** The parameters by which the gradients are whose variances it has. */
    public List<String> rows() {
        return rows;
    }

    abstract Problem problem(VarianceSettings settings);

    /** Each parameter has a row of its own, or all of them have one. */
    boolean isSummed() {
        return rows.size() == 1;
    }

    private static Problem ofStandardNormal(BatchFunction f) {
        return new Problem(ScoreFunctionEstimator.of(Normal.of(0, 1)), f, 2);
    }

    /** After a year. */
    private static Problem ofLogPrice(BatchFunction f) {
        double mean = StrictMath.log(SPOT) + RATE - VOLATILITY * VOLATILITY / 2;
        return new Problem(ScoreFunctionEstimator.of(Normal.of(mean, VOLATILITY)), f, 2);
    }

    /**
     * An expectation whose gradient is estimated, by one thread.
     *
     * @param estimator the estimator of its distribution
     * @param f the function whose expectation it is
     * @param parameters the number of the gradient's components that are looked at, from the first on
     */
    record Problem(ScoreFunctionEstimator<?> estimator, BatchFunction f, int parameters) {}
}
