package io.github.scorelane.engine.baseline;

import io.github.scorelane.kernel.fit.LeastSquares;
import io.github.scorelane.kernel.fit.LeaveTwoOut;
import io.github.scorelane.kernel.fit.LeftOutLoss;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.sum.ControlSums;
import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.ProductSums;
import io.github.scorelane.kernel.sum.ScoreSums;
import java.util.Arrays;

/**
 * Least squares of φs on the score s, the controls k of a component, and 1, which finds the coefficients that make Σ(φs − κ₀s −
 * Σκᵢkᵢ − γ)² least, over the samples of some lanes. Since s and the controls have mean 0, γ is about the component itself, and is
 * not subtracted. A regressor that adds nothing but rounding to those before it has the coefficient 0.
 *
 * <p>As in {@link ConstantSelection}, coefficients are judged by lanes that they were not fitted to, and a lane has no say in its
 * own.
 */
public final class ControlFit {
    private static final int LANES = EightLanes.COUNT;
    private static final int PLACES = LeaveTwoOut.COUNT;
    /** The least part of the remaining squares that controls have to save in a half of the lanes before more is tried. */
    private static final double WORTH = 0.05;

    /**
     * The place of 1, which is after s and before the controls. Where lanes have few different values, as rare counts do, controls
     * add nothing to s and 1. If 1 came after a control, 1 would be what adds nothing, and the control would be subtracted.
     */
    private static final int ONE = 1;

    /** Number of regressors u: s, 1 and the controls. */
    private final int size;
    /** Σuv for each pair, and Σφs·u, in the order of {@link LeastSquares}, for each lane. */
    private final double[] lanes;
    private final double[] sums;
    private final double[] kappa;
    private final double[] factors;
    /** Squares that coefficients leave in either of the two lanes that they were fitted without. */
    private final double[] first = new double[PLACES];
    private final double[] second = new double[PLACES];
    /** Σ(φs)², and in the next array what coefficients leave of it, over all lanes and over either half. */
    private final double[] squares = new double[3];
    private final double[] left = new double[3];
    private boolean hasLosses;
    /** A constant and its γ, at each place of {@link LeaveTwoOut}. */
    private final double[] constant = new double[2 * PLACES];
    private final double[][] firstOfConstant = new double[Choices.CONTROLS][PLACES];
    private final double[][] secondOfConstant = new double[Choices.CONTROLS][PLACES];
    private final boolean[] isKnown = new boolean[Choices.CONTROLS];

    /** Creates the least squares for the given number of controls. */
    public ControlFit(int controls) {
        size = controls + 2;
        int count = LeastSquares.sums(size);
        lanes = new double[count * LeaveTwoOut.LANES];
        sums = new double[count * PLACES];
        kappa = new double[size * PLACES];
        factors = new double[LeastSquares.scratch(size)];
    }

    /** Returns the number of doubles that the sums of a component's controls take. */
    public static int length(int controls) {
        return controls * ControlSums.LENGTH + controls * (controls + 1) / 2 * ProductSums.LENGTH;
    }

    /** Returns the index at which the product of controls i and j is summed, i at or above j. */
    public static int product(int controls, int i, int j) {
        return controls * ControlSums.LENGTH + (i * (i + 1) / 2 + j) * ProductSums.LENGTH;
    }

    /** Reads the sums of a component. */
    public void read(FunctionTotals f, ScoreTotals s, double[] node, int at) {
        int controls = size - 2;
        put(s.sums(), s.at() + ScoreSums.FSS, size, 0);
        put(s.sums(), s.at() + ScoreSums.SS, 0, 0);
        put(s.sums(), s.at() + ScoreSums.FS, size, ONE);
        put(s.sums(), s.at() + ScoreSums.S, ONE, 0);
        for (int i = 0; i < controls; i++) {
            int control = at + i * ControlSums.LENGTH;
            int u = ONE + 1 + i;
            put(node, control + ControlSums.FSK, size, u);
            put(node, control + ControlSums.SK, u, 0);
            put(node, control + ControlSums.K, u, ONE);
            for (int j = 0; j <= i; j++) {
                put(node, at + product(controls, i, j), u, ONE + 1 + j);
            }
        }
        int count = LeastSquares.place(ONE, ONE) * LeaveTwoOut.LANES;
        for (int q = 0; q < LANES; q++) {
            lanes[count + q] = f.n(q);
        }
        LeaveTwoOut.sum(lanes, LeastSquares.sums(size), sums);
        LeastSquares.solve(sums, size, kappa, factors);
        askHalves(s);
        hasLosses = false;
        Arrays.fill(isKnown, false);
    }

    private void put(double[] from, int at, int i, int j) {
        System.arraycopy(from, at, lanes, LeastSquares.place(i, j) * LeaveTwoOut.LANES, LANES);
    }

    /** Fits to all lanes and to either half, which most often shows already that controls are of no use. */
    private void askHalves(ScoreTotals s) {
        double begin = (s.ffss(0) + s.ffss(1)) + (s.ffss(2) + s.ffss(3));
        double end = (s.ffss(4) + s.ffss(5)) + (s.ffss(6) + s.ffss(7));
        for (int half = 0; half < 3; half++) {
            squares[half] = half == 0 ? begin + end : half == 1 ? begin : end;
            left[half] = squares[half];
            for (int i = 0; i < size; i++) {
                left[half] -= kappa[i * PLACES + LeaveTwoOut.ALL + half] * sum(size, i, LeaveTwoOut.ALL + half);
            }
        }
    }

    private void findLosses() {
        if (!hasLosses) {
            hasLosses = true;
            LeftOutLoss.loss(lanes, size, size, kappa, first, second);
        }
    }

    private void findLosses(ConstantSelection selection, int choice) {
        if (isKnown[choice]) {
            return;
        }
        isKnown[choice] = true;
        selection.constants(choice, constant);
        int component = LeastSquares.place(size, ONE) * PLACES;
        int score = LeastSquares.place(ONE, 0) * PLACES;
        int samples = LeastSquares.place(ONE, ONE) * PLACES;
        for (int p = 0; p < PLACES; p++) {
            constant[PLACES + p] = (sums[component + p] - constant[p] * sums[score + p]) / sums[samples + p];
        }
        LeftOutLoss.loss(lanes, size, 2, constant, firstOfConstant[choice], secondOfConstant[choice]);
    }

    /** Tells whether controls save more than the choice of a lane, whose constant {@code beta} is fitted to all other lanes. */
    boolean areBetter(ConstantSelection selection, int lane, int choice, double beta) {
        if (!isWorthTrying(lane, beta)) {
            return false;
        }
        findLosses();
        findLosses(selection, choice);
        double sum = 0;
        double squaresOfSaved = 0;
        for (int l = 0; l < LANES; l++) {
            if (l != lane) {
                int place = lane == ConstantSelection.OTHERS ? l : ConstantSelection.without(lane, l);
                double saved = selection.unit() * (place % LANES == l
                        ? firstOfConstant[choice][place] - first[place] : secondOfConstant[choice][place] - second[place]);
                sum += saved;
                squaresOfSaved += saved * saved;
            }
        }
        return ConstantSelection.isSure(sum, squaresOfSaved);
    }

    /** Tells whether the half of the lanes that a lane is not in finds controls worth trying. */
    private boolean isWorthTrying(int lane, double beta) {
        int half = lane == ConstantSelection.OTHERS ? 0 : lane < LANES / 2 ? 2 : 1;
        int place = LeaveTwoOut.ALL + half;
        double ofConstant = squares[half] + lossOfConstant(place, beta);
        return left[half] < (1 - WORTH) * ofConstant;
    }

    /** Returns Σ(φs − βs − γ)² − Σ(φs)² at a place, with the γ that belongs to β there. */
    private double lossOfConstant(int place, double beta) {
        double score = beta * sum(0, 0, place) - 2 * sum(size, 0, place);
        double gamma = (sum(size, ONE, place) - beta * sum(ONE, 0, place)) / sum(ONE, ONE, place);
        return beta * score - gamma * gamma * sum(ONE, ONE, place);
    }

    private double sum(int i, int j, int place) {
        return sums[LeastSquares.place(i, j) * PLACES + place];
    }

    /** Returns Σκu of a lane, without γ, with coefficients that are fitted without that lane. */
    public double predicted(int lane) {
        double sum = kappa[lane] * lanes[LeastSquares.place(ONE, 0) * LeaveTwoOut.LANES + lane];
        for (int i = ONE + 1; i < size; i++) {
            sum = Fma.fma(kappa[i * PLACES + lane], lanes[LeastSquares.place(i, ONE) * LeaveTwoOut.LANES + lane], sum);
        }
        return sum;
    }

    /**
     * Returns Σ(φs − Σκu)² − Σ(φs)² of a lane, without γ, with the same coefficients. If r is what is left with γ, then
     * Σ(r + γ)² = Σr² + γ(2Σr + γΣ1).
     *
     * @param lane the lane
     * @param predicted the Σκu that {@link #predicted} returned
     */
    double lossOfComponent(int lane, double predicted) {
        double gamma = kappa[ONE * PLACES + lane];
        double samples = lanes[LeastSquares.place(ONE, ONE) * LeaveTwoOut.LANES + lane];
        double rest = lanes[LeastSquares.place(size, ONE) * LeaveTwoOut.LANES + lane] - predicted;
        return Fma.fma(gamma, 2 * rest - gamma * samples, first[lane]);
    }

    /** Returns the coefficients of s and the controls that are fitted to all lanes. */
    public double[] ofAll() {
        double[] all = new double[size - 1];
        all[0] = kappa[LeaveTwoOut.ALL];
        for (int i = 1; i < all.length; i++) {
            all[i] = kappa[(i + ONE) * PLACES + LeaveTwoOut.ALL];
        }
        return all;
    }
}
