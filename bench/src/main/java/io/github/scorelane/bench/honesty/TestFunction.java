package io.github.scorelane.bench.honesty;

import io.github.scorelane.bench.honesty.law.Law;
import io.github.scorelane.bench.honesty.law.Tail;
import io.github.scorelane.kernel.math.Cos;
import io.github.scorelane.kernel.math.Exp;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The functions of the grid. Each is fitted to a law: a kink lies at the mean, steps at quantiles.
 *
 * <p>A function is left out where |f s|³, s being the score, has no expectation: the estimate is then not near normal at the rate
 * 1/√n, whatever the estimator (Berry and Esseen), and intervals promise nothing. Of a discrete family a tail is left out where
 * no value has one within {@value #NEAR} times of the probability asked for, or where it is nearer to another that is asked for.
 */
public enum TestFunction {
    /** A wave. */
    COSINE("cos x", 0, 0) {
        @Override
        Optional<Subject> of(Law law) {
            return Optional.of(new Subject("cos x", Math::cos, (x, n, f) -> {
                Cos.cos(x[0], 0, f, 0, n);
                for (int s = 0; s < n; s++) {
                    // The kernel's cosine is not a number where x is beyond its range, as it may be in heavy tails.
                    f[s] = Double.isNaN(f[s]) ? Math.cos(x[0][s]) : f[s];
                }
            }, true));
        }
    },
    /** The root of the absolute value, of infinite slope at 0. */
    ROOT("√|x|", 0.5, 0) {
        @Override
        Optional<Subject> of(Law law) {
            return Optional.of(Subject.of("√|x|", x -> Math.sqrt(Math.abs(x)), 0));
        }
    },
    /** The distance from the mean, which is rounded where values are whole numbers. */
    DISTANCE("|x − m|", 1, 0) {
        @Override
        Optional<Subject> of(Law law) {
            double mean = law.mean();
            double m = law.isDiscrete() ? Math.rint(mean) : Math.rint(mean * DIGITS) / DIGITS;
            return Optional.of(Subject.of(text("|x − %s|", m), x -> Math.abs(x - m), m));
        }
    },
    /** A tail of probability 0.3. */
    COMMON("1[x > q], P near 0.3", 0, 0) {
        @Override
        Optional<Subject> of(Law law) {
            return indicator(law, 0.3);
        }
    },
    /** A tail of probability 0.02. */
    UNCOMMON("1[x > q], P near 0.02", 0, 0) {
        @Override
        Optional<Subject> of(Law law) {
            return indicator(law, 0.02);
        }
    },
    /** A tail of probability 0.002. */
    RARE("1[x > q], P near 0.002", 0, 0) {
        @Override
        Optional<Subject> of(Law law) {
            return indicator(law, 0.002);
        }
    },
    /** A function of exponential growth. */
    EXPONENTIAL("exp(x/4)", 0, 0.25) {
        @Override
        Optional<Subject> of(Law law) {
            return Optional.of(new Subject("exp(x/4)", x -> Math.exp(0.25 * x), (x, n, f) -> {
                for (int s = 0; s < n; s++) {
                    f[s] = 0.25 * x[0][s];
                }
                Exp.exp(f, 0, f, 0, n);
            }, false));
        }
    },
    /** Three values: 0, then 2 from where the upper tail is 0.7, then 1 from where it is 0.2. */
    STEPS("0, 2 and 1 in steps", 0, 0) {
        @Override
        Optional<Subject> of(Law law) {
            double a = law.upperQuantile(0.7);
            double above = law.upperQuantile(0.2);
            double b = law.isDiscrete() ? Math.max(above, a + 1) : above;
            return Optional.of(Subject.of(text("0 to %s, 2 to %s, 1", a, b), x -> x <= a ? 0 : x <= b ? 2 : 1, a, b));
        }
    };

    private static final List<Double> TAILS = List.of(0.3, 0.02, 0.002);
    private static final double NEAR = 4;
    private static final double MOMENT = 3;
    private static final double DIGITS = 1e9;

    private final String title;
    private final double power;
    private final double rate;

    TestFunction(String title, double power, double rate) {
        this.title = title;
        this.power = power;
        this.rate = rate;
    }

    /** The function as a table has it. */
    public String title() {
        return title;
    }

    /** The function fitted to a law, or nothing where it is left out. */
    Optional<Subject> fitted(Law law) {
        Tail tail = law.tail();
        boolean bounded = power == 0 && rate == 0;
        boolean hasMoment = bounded || MOMENT * power < tail.index() && (rate == 0 || MOMENT * rate < tail.rate());
        return hasMoment ? of(law) : Optional.empty();
    }

    abstract Optional<Subject> of(Law law);

    private static Optional<Subject> indicator(Law law, double probability) {
        double q = law.upperQuantile(probability);
        if (law.isDiscrete()) {
            double found = law.truth(x -> x > q ? 1 : 0, false, q).value();
            double nearest = TAILS.stream().min(Comparator.comparingDouble(p -> ratio(p, found))).orElseThrow();
            if (nearest != probability || ratio(probability, found) > NEAR) {
                return Optional.empty();
            }
        }
        return Optional.of(Subject.of(text("1[x > %s]", q), x -> x > q ? 1 : 0, q));
    }

    /** The greater of two over the lesser. */
    private static double ratio(double a, double b) {
        return Math.max(a / b, b / a);
    }

    private static String text(String format, double... numbers) {
        return format.formatted(Arrays.stream(numbers).mapToObj(x -> x == Math.rint(x) && Math.abs(x) < 1e9
                ? Long.toString((long) x) : String.format(Locale.ROOT, "%.4g", x)).toArray());
    }
}
