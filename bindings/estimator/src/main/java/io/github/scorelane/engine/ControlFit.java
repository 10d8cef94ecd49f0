package io.github.scorelane.engine;

import io.github.scorelane.kernel.moment.ControlSums;
import io.github.scorelane.kernel.moment.EightLanes;
import io.github.scorelane.kernel.moment.ProductSums;
import java.util.Arrays;

/**
 * Least squares of φs on the score s, the controls k of a component, and 1: coefficients that make Σ(φs − κ₀s − Σκᵢkᵢ − γ)²
 * least, over the samples of some lanes. Since s and the controls have mean 0, γ is about the component itself, and is not
 * subtracted. What adds nothing to those before it, but for rounding, has the coefficient 0.
 */
final class ControlFit {
    private static final int LANES = EightLanes.COUNT;
    /** The mask of all lanes. */
    static final int ALL = (1 << LANES) - 1;
    /** The mask of the first four. */
    static final int FIRST_HALF = ALL >>> LANES / 2;
    /** What is left of a sum of squares that is taken for rounding. */
    private static final double ROUNDING = 1e-10;

    /** s, the controls, and 1. */
    private final int size;
    /** Of each lane: Σφs·u for each number u, and Σuv for each pair of them. */
    private final double[][] lanes;
    /** Coefficients by the mask of the lanes that they are fitted to; found when they are first asked for. */
    private final double[][] coefficients;
    private final boolean[] known;
    private final double[] sums;
    private final double[] constant;
    private final double[] triangle;
    private final double[] diagonal;
    private final int[] order;

    ControlFit(int controls) {
        size = controls + 2;
        lanes = new double[LANES][size + size * (size + 1) / 2];
        coefficients = new double[1 << LANES][];
        known = new boolean[1 << LANES];
        sums = new double[lanes[0].length];
        constant = new double[size];
        triangle = new double[size * size];
        diagonal = new double[size];
        order = new int[size];
    }

    /** Doubles that the sums of a component's controls take. */
    static int length(int controls) {
        return controls * ControlSums.LENGTH + controls * (controls + 1) / 2 * ProductSums.LENGTH;
    }

    /** Where the product of two controls is summed, i at or above j. */
    static int product(int controls, int i, int j) {
        return controls * ControlSums.LENGTH + (i * (i + 1) / 2 + j) * ProductSums.LENGTH;
    }

    /** Takes the sums of another component. */
    void read(FunctionTotals f, ScoreTotals s, double[] node, int at) {
        int controls = size - 2;
        int one = size - 1;
        Arrays.fill(known, false);
        for (int q = 0; q < LANES; q++) {
            double[] lane = lanes[q];
            lane[0] = s.fss(q);
            lane[pair(0, 0)] = s.ss(q);
            lane[pair(one, 0)] = s.s(q);
            for (int i = 1; i <= controls; i++) {
                int control = at + (i - 1) * ControlSums.LENGTH + q;
                lane[i] = node[control + ControlSums.FSK];
                lane[pair(i, 0)] = node[control + ControlSums.SK];
                lane[pair(one, i)] = node[control + ControlSums.K];
                for (int j = 1; j <= i; j++) {
                    lane[pair(i, j)] = node[at + product(controls, i - 1, j - 1) + q];
                }
            }
            lane[one] = s.fs(q);
            lane[pair(one, one)] = f.n(q);
        }
    }

    /** Σκu of a lane, without γ. */
    double predicted(int lane, double[] kappa) {
        double sum = 0;
        for (int i = 0; i < size - 1; i++) {
            sum = Math.fma(kappa[i], lanes[lane][pair(size - 1, i)], sum);
        }
        return sum;
    }

    /** Σ(φs − Σκu)² − Σ(φs)² of a lane, without γ. */
    double lossOfComponent(int lane, double[] kappa) {
        return loss(lanes[lane], kappa, size - 1);
    }

    /** Σ(φs − Σκu − γ)² − Σ(φs)² of a lane. */
    double loss(int lane, double[] kappa) {
        return loss(lanes[lane], kappa, size);
    }

    /** The same of several lanes, of which a bit is set in a mask. */
    double lossOf(int mask, double[] kappa) {
        sum(mask);
        return loss(sums, kappa, size);
    }

    /** A constant instead of controls, with the γ that belongs to it in some lanes; good until the next call. */
    double[] ofConstant(double beta, int mask) {
        int one = size - 1;
        double component = 0;
        double score = 0;
        double samples = 0;
        for (int k = 0; k < LANES; k++) {
            if ((mask >>> k & 1) != 0) {
                component += lanes[k][one];
                score += lanes[k][pair(one, 0)];
                samples += lanes[k][pair(one, one)];
            }
        }
        Arrays.fill(constant, 0.0);
        constant[0] = beta;
        constant[one] = (component - beta * score) / samples;
        return constant;
    }

    /** All lanes but two, which may be the same. */
    static int without(int q, int l) {
        return ALL & ~(1 << q) & ~(1 << l);
    }

    /** Coefficients that are fitted to some lanes; not to be changed. */
    double[] fitted(int mask) {
        double[] kappa = coefficients[mask];
        if (kappa == null) {
            kappa = new double[size];
            coefficients[mask] = kappa;
        }
        if (!known[mask]) {
            sum(mask);
            solve(kappa);
            known[mask] = true;
        }
        return kappa;
    }

    private double loss(double[] moments, double[] kappa, int count) {
        double loss = 0;
        for (int i = 0; i < count; i++) {
            double row = -2 * moments[i];
            for (int j = 0; j < count; j++) {
                row = Math.fma(kappa[j], moments[pair(Math.max(i, j), Math.min(i, j))], row);
            }
            loss = Math.fma(kappa[i], row, loss);
        }
        return loss;
    }

    private void sum(int mask) {
        Arrays.fill(sums, 0.0);
        for (int k = 0; k < LANES; k++) {
            if ((mask >>> k & 1) != 0) {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += lanes[k][i];
                }
            }
        }
    }

    /** Cholesky's factors of the sums' matrix, the largest remainder first. */
    private void solve(double[] kappa) {
        for (int i = 0; i < size; i++) {
            diagonal[i] = sums[pair(i, i)];
            order[i] = i;
        }
        int rank = 0;
        for (; rank < size; rank++) {
            int best = -1;
            double most = ROUNDING;
            for (int i = rank; i < size; i++) {
                double left = diagonal[order[i]] / sums[pair(order[i], order[i])];
                if (left > most) {
                    most = left;
                    best = i;
                }
            }
            if (best < 0) {
                break;
            }
            int pivot = order[best];
            order[best] = order[rank];
            order[rank] = pivot;
            double root = Math.sqrt(diagonal[pivot]);
            triangle[pivot * size + rank] = root;
            for (int i = rank + 1; i < size; i++) {
                int row = order[i];
                double value = sums[pair(Math.max(row, pivot), Math.min(row, pivot))];
                for (int k = 0; k < rank; k++) {
                    value = Math.fma(-triangle[row * size + k], triangle[pivot * size + k], value);
                }
                value /= root;
                triangle[row * size + rank] = value;
                diagonal[row] = Math.fma(-value, value, diagonal[row]);
            }
        }
        Arrays.fill(kappa, 0.0);
        for (int i = 0; i < rank; i++) {
            double value = sums[order[i]];
            for (int k = 0; k < i; k++) {
                value = Math.fma(-triangle[order[i] * size + k], kappa[order[k]], value);
            }
            kappa[order[i]] = value / triangle[order[i] * size + i];
        }
        for (int i = rank - 1; i >= 0; i--) {
            double value = kappa[order[i]];
            for (int k = i + 1; k < rank; k++) {
                value = Math.fma(-triangle[order[k] * size + i], kappa[order[k]], value);
            }
            kappa[order[i]] = value / triangle[order[i] * size + i];
        }
    }

    private int pair(int i, int j) {
        return size + i * (i + 1) / 2 + j;
    }
}
