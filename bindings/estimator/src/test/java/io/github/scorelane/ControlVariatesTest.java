package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.distribution.MultivariateNormal;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests the automatic choice among no baseline, the mean, the optimal constant and control variates, and the estimate that it
 * leads to, against the definitions, sample by sample. The first 4,096 samples are eight folds; all others are a ninth, which
 * has no say in the choice.
 */
class ControlVariatesTest {
    private static final double[] MEANS = {0.3, -1};
    private static final double[][] FACTOR = {{0.8}, {0.5, 1.7}};
    private static final MultivariateNormal DISTRIBUTION = MultivariateNormal.of(MEANS, FACTOR);
    private static final int PARAMETERS = 5;
    /** The means of the controls x₀ and x₁², and the gradients of these means. */
    private static final double[] MEANS_OF_CONTROLS = {0.3, 1 + 0.5 * 0.5 + 1.7 * 1.7};
    private static final double[][] GRADIENTS = {{1, 0, 0, 0, 0}, {0, -2, 0, 2 * 0.5, 2 * 1.7}};
    private static final int FOLDS = 8;
    private static final int PILOT = 4096;
    /** The number of columns of a fit: the score and two controls. */
    private static final int COUNT = 3;
    private static final int CONTROLS = 3;

    /**
     * The functions are one that the controls predict in part, one for which constants are better, one that the controls
     * predict completely, and one between these.
     */
    @ParameterizedTest
    @ValueSource(ints = {1024, 3000, 4096, 4097, 9001})
    void theChoiceFollowsItsRule(int n) {
        assertFollowsTheRule(n, x -> Math.exp(-x[0]) + 0.1 * x[1] * x[1]);
        assertFollowsTheRule(n, x -> (x[0] > 2 ? 1 : 0) + (Math.floor(40 * x[1]) % 2));
        assertFollowsTheRule(n, x -> 3 * x[0] - 2 * x[1] * x[1] + 1e6);
        assertFollowsTheRule(n, x -> Math.sin(9 * x[0]) * x[1]);
    }

    private static void assertFollowsTheRule(int n, ToDoubleFunction<double[]> function) {
        double[][] x = new double[2][n];
        DISTRIBUTION.sample(SplitStream.ofHashed(3), 0, x, 0, n);
        double[][] scores = new double[PARAMETERS][n];
        DISTRIBUTION.gradLogPdf(x, 0, 0, scores, 0, n);
        double[] f = new double[n];
        Arrays.setAll(f, i -> function.applyAsDouble(new double[] {x[0][i], x[1][i]}));
        Estimate estimate = ScoreFunctionEstimator.of(DISTRIBUTION).samples(n).seed(3)
                .controlVariate(ControlVariate.of((points, count, h) -> System.arraycopy(points[0], 0, h, 0, count),
                        MEANS_OF_CONTROLS[0], GRADIENTS[0]))
                .controlVariate(ControlVariate.of(ControlVariatesTest::square, MEANS_OF_CONTROLS[1], GRADIENTS[1]))
                .estimate(function);
        double[][] h = {x[0].clone(), new double[n]};
        square(x, n, h[1]);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < h.length; k++) {
                h[k][i] -= MEANS_OF_CONTROLS[k];
                f[i] -= h[k][i];
            }
        }
        double magnitude = Arrays.stream(f).map(Math::abs).max().orElseThrow();
        for (int p = 0; p < PARAMETERS; p++) {
            Component component = new Component(f, scores[p], predictors(h, scores[p], p));
            int[] choices = new int[CONTROLS + 1];
            double sum = 0;
            double squares = 0;
            for (int fold = 0; fold <= (n > PILOT ? FOLDS : FOLDS - 1); fold++) {
                double[] r = new double[n];
                choices[component.choose(fold, r)]++;
                for (int i = 0; i < n; i++) {
                    if (fold(i) == fold) {
                        sum += r[i];
                        squares += r[i] * r[i];
                    }
                }
            }
            assertEquals(new BaselineChoice(choices[0], choices[1], choices[2], choices[CONTROLS], 0),
                    estimate.baselineChoices().get(p), "parameter " + p);
            assertEquals(sum / n + GRADIENTS[0][p] + GRADIENTS[1][p], estimate.gradient()[p], 1e-11 * magnitude);
            double error = Math.sqrt(Math.max(0, squares / n - sum / n * sum / n) / (n - 1));
            assertEquals(error, estimate.standardError()[p], 1e-8 * error + 1e-9 * magnitude);
        }
    }

    private static int fold(int i) {
        return i < PILOT ? i % FOLDS : FOLDS;
    }

    private static void square(double[][] x, int n, double[] h) {
        for (int i = 0; i < n; i++) {
            h[i] = x[1][i] * x[1][i];
        }
    }

    private static double[][] predictors(double[][] h, double[] s, int parameter) {
        double[][] rows = new double[s.length][];
        for (int i = 0; i < s.length; i++) {
            rows[i] = new double[] {s[i], h[0][i] * s[i] - GRADIENTS[0][parameter], h[1][i] * s[i] - GRADIENTS[1][parameter]};
        }
        return rows;
    }

    /** The samples of one component, and the terms that may be subtracted from fs. */
    private record Component(double[] f, double[] s, double[][] predictors) {
        /** Makes a fold's choice, and sets the residuals of fs under it. */
        int choose(int fold, double[] r) {
            int choice = constantsChoice(fold);
            double constant = constant(choice, i -> isOfOther(i, fold, fold));
            double[] coefficients = fit(i -> isOfOther(i, fold, fold));
            boolean controls = isWorthTrying(fold, constant) && isSure(savings(fold, choice));
            for (int i = 0; i < f.length; i++) {
                r[i] = controls ? (f[i] - f[0]) * s[i] - predicted(i, coefficients) : (f[i] - constant) * s[i];
            }
            return controls ? CONTROLS : choice;
        }

        private static boolean isOfOther(int i, int fold, int orFold) {
            return i < PILOT && fold(i) != fold && fold(i) != orFold;
        }

        private int constantsChoice(int fold) {
            double difference = 0;
            double[][] gains = new double[3][];
            gains[1] = new double[FOLDS];
            gains[2] = new double[FOLDS];
            for (int l = 0; l < FOLDS; l++) {
                int other = l;
                double[] t = new double[3];
                t[1] = constant(1, i -> isOfOther(i, fold, other));
                t[2] = constant(2, i -> isOfOther(i, fold, other));
                for (int i = l; i < Math.min(PILOT, f.length) && l != fold; i += FOLDS) {
                    double ss = s[i] * s[i];
                    gains[1][l] += t[1] * (2 * f[i] - t[1]) * ss;
                    gains[2][l] += t[2] * (2 * f[i] - t[2]) * ss;
                    difference += (t[2] - t[1]) * (2 * f[i] - t[1] - t[2]) * ss;
                }
            }
            int better = difference > 0 ? 2 : 1;
            return isSure(without(gains[better], fold)) ? better : 0;
        }

        /** Returns the variance that controls save in each other fold, where both sides have an intercept. */
        private double[] savings(int fold, int choice) {
            double[] savings = new double[FOLDS];
            for (int l = 0; l < FOLDS; l++) {
                int other = l;
                IntPredicate fitted = i -> isOfOther(i, fold, other);
                double constant = constant(choice, fitted);
                double intercept = intercept(constant, fitted);
                double[] coefficients = fit(fitted);
                for (int i = l; i < Math.min(PILOT, f.length) && l != fold; i += FOLDS) {
                    double left = (f[i] - constant) * s[i] - intercept;
                    double withControls = (f[i] - f[0]) * s[i] - predicted(i, coefficients) - coefficients[COUNT];
                    savings[l] += left * left - withControls * withControls;
                }
            }
            return without(savings, fold);
        }

        /**
         * Tells whether controls lower the variance enough to be tried. It asks those four of the eight folds that are not in
         * the fold's own half, or all eight for the ninth fold.
         */
        private boolean isWorthTrying(int fold, double constant) {
            IntPredicate asked = i -> i < PILOT && (fold == FOLDS || fold(i) < FOLDS / 2 != fold < FOLDS / 2);
            double intercept = intercept(constant, asked);
            double[] coefficients = fit(asked);
            double left = 0;
            double withControls = 0;
            for (int i = 0; i < f.length; i++) {
                if (asked.test(i)) {
                    left += Math.pow((f[i] - constant) * s[i] - intercept, 2);
                    withControls += Math.pow((f[i] - f[0]) * s[i] - predicted(i, coefficients) - coefficients[COUNT], 2);
                }
            }
            return withControls < 0.95 * left;
        }

        private double constant(int choice, IntPredicate fitted) {
            double weighted = 0;
            double weights = 0;
            for (int i = 0; i < f.length; i++) {
                if (fitted.test(i)) {
                    double weight = choice == 1 ? 1 : s[i] * s[i];
                    weighted += (f[i] - f[0]) * weight;
                    weights += weight;
                }
            }
            return choice == 0 ? 0 : f[0] + weighted / weights;
        }

        private double intercept(double constant, IntPredicate fitted) {
            double sum = 0;
            int n = 0;
            for (int i = 0; i < f.length; i++) {
                if (fitted.test(i)) {
                    sum += (f[i] - constant) * s[i];
                    n++;
                }
            }
            return sum / n;
        }

        private double predicted(int i, double[] coefficients) {
            double sum = 0;
            for (int k = 0; k < COUNT; k++) {
                sum += coefficients[k] * predictors[i][k];
            }
            return sum;
        }

        /** Regresses (f − f₀)s on the score, the controls and 1 by least squares. */
        private double[] fit(IntPredicate fitted) {
            double[][] equations = new double[COUNT + 1][COUNT + 2];
            for (int i = 0; i < f.length; i++) {
                if (fitted.test(i)) {
                    for (int j = 0; j <= COUNT; j++) {
                        double u = j == COUNT ? 1 : predictors[i][j];
                        for (int k = 0; k <= COUNT; k++) {
                            equations[j][k] += u * (k == COUNT ? 1 : predictors[i][k]);
                        }
                        equations[j][COUNT + 1] += u * (f[i] - f[0]) * s[i];
                    }
                }
            }
            return solve(equations);
        }

        private static double[] solve(double[][] equations) {
            int size = equations.length;
            for (int j = 0; j < size; j++) {
                for (int i = 0; i < size; i++) {
                    double factor = i == j ? 0 : equations[i][j] / equations[j][j];
                    for (int k = j; k <= size; k++) {
                        equations[i][k] -= factor * equations[j][k];
                    }
                }
            }
            double[] solution = new double[size];
            Arrays.setAll(solution, j -> equations[j][size] / equations[j][j]);
            return solution;
        }

        private static double[] without(double[] values, int place) {
            double[] others = new double[place == FOLDS ? FOLDS : FOLDS - 1];
            for (int i = 0, j = 0; i < FOLDS; i++) {
                if (i != place) {
                    others[j++] = values[i];
                }
            }
            return others;
        }

        private static boolean isSure(double[] values) {
            double mean = Arrays.stream(values).average().orElseThrow();
            double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
            return mean > Math.sqrt(squares / (values.length * (values.length - 1.0)));
        }
    }
}
