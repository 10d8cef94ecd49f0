package io.github.scorelane.kernel.fit;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.sum.EightLanes;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Computes the loss of coefficients in the two lanes that they are fitted without: Σ(y − Σκᵢuᵢ)² − Σy², for each of {@link
 * LeaveTwoOut}'s places 8d + q in the lanes q and q + d. With rows like {@link LeastSquares}' own, rᵢ = −Σyuᵢ + κ₀Σuᵢu₀ + κ₁Σuᵢu₁ +
 * … adds up in this order, and the loss is Σκᵢ(κᵢΣuᵢ² + 2rᵢ); all are fused multiply-adds.
 */
public final class LeftOutLoss {
    /** Each coefficient counts as an element for the time that a trial may take, as there may be many or few. */
    private static final Gate GATE = Gate.of(false, 15, LeftOutLoss::rehearse);

    private LeftOutLoss() {}

    private static void rehearse(double[] numbers, double[] results, int n) {
        int size = 3;
        double[] kappa = Arrays.copyOfRange(numbers, numbers.length - size * LeaveTwoOut.COUNT, numbers.length);
        double[] second = new double[LeaveTwoOut.COUNT];
        loss(numbers, size, size, kappa, results, second);
        System.arraycopy(second, 0, results, LeaveTwoOut.COUNT, LeaveTwoOut.COUNT);
    }

    /**
     * Computes the losses.
     *
     * @param lanes the lanes of each sum, twice
     * @param size number of u
     * @param count number of those that have coefficients, the first ones
     * @param kappa the coefficients: that of uᵢ for place p is at i·{@value LeaveTwoOut#COUNT} + p
     * @param first receives the losses in lanes q
     * @param second receives the losses in lanes q + d
     * @throws IllegalArgumentException if an array is too short
     */
    public static void loss(double[] lanes, int size, int count, double[] kappa, double[] first, double[] second) {
        ArrayRange.check("lanes", lanes.length, 0, LeastSquares.sums(size) * LeaveTwoOut.LANES);
        ArrayRange.check("kappa", kappa.length, 0, count * LeaveTwoOut.COUNT);
        ArrayRange.check("first", first.length, 0, LeaveTwoOut.COUNT);
        ArrayRange.check("second", second.length, 0, LeaveTwoOut.COUNT);
        int head = GATE.head(LeaveTwoOut.COUNT);
        int from = 0;
        if (head >= 0) {
            from = Simd.loss(lanes, size, count, kappa, head, first, second);
            GATE.end(from * count);
        }
        loss(lanes, size, count, kappa, from, first, second);
    }

    private static void loss(double[] lanes, int size, int count, double[] kappa, int from, double[] first, double[] second) {
        for (int p = from; p < LeaveTwoOut.COUNT; p++) {
            int q = p % EightLanes.COUNT;
            first[p] = loss(lanes, q, size, count, kappa, p);
            second[p] = loss(lanes, q + p / EightLanes.COUNT, size, count, kappa, p);
        }
    }

    private static double loss(double[] lanes, int lane, int size, int count, double[] kappa, int p) {
        double loss = 0;
        for (int i = 0; i < count; i++) {
            double row = -lanes[LeastSquares.place(size, i) * LeaveTwoOut.LANES + lane];
            for (int j = 0; j < i; j++) {
                row = Fma.fma(kappa[j * LeaveTwoOut.COUNT + p], lanes[LeastSquares.place(i, j) * LeaveTwoOut.LANES + lane], row);
            }
            double own = kappa[i * LeaveTwoOut.COUNT + p];
            double whole = Fma.fma(own, lanes[LeastSquares.place(i, i) * LeaveTwoOut.LANES + lane], row + row);
            loss = Fma.fma(own, whole, loss);
        }
        return loss;
    }

    private static final class Simd {
        private Simd() {}

        static int loss(double[] lanes, int size, int count, double[] kappa, int length, double[] first, double[] second) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            for (int p = 0; p < end; p += d.length()) {
                int a = p % EightLanes.COUNT;
                int b = a + p / EightLanes.COUNT;
                DoubleVector ofA = DoubleVector.zero(d);
                DoubleVector ofB = DoubleVector.zero(d);
                for (int i = 0; i < count; i++) {
                    int y = LeastSquares.place(size, i) * LeaveTwoOut.LANES;
                    DoubleVector rowA = DoubleVector.fromArray(d, lanes, y + a).neg();
                    DoubleVector rowB = DoubleVector.fromArray(d, lanes, y + b).neg();
                    for (int j = 0; j < i; j++) {
                        int at = LeastSquares.place(i, j) * LeaveTwoOut.LANES;
                        DoubleVector other = DoubleVector.fromArray(d, kappa, j * LeaveTwoOut.COUNT + p);
                        rowA = other.fma(DoubleVector.fromArray(d, lanes, at + a), rowA);
                        rowB = other.fma(DoubleVector.fromArray(d, lanes, at + b), rowB);
                    }
                    int at = LeastSquares.place(i, i) * LeaveTwoOut.LANES;
                    DoubleVector own = DoubleVector.fromArray(d, kappa, i * LeaveTwoOut.COUNT + p);
                    ofA = own.fma(own.fma(DoubleVector.fromArray(d, lanes, at + a), rowA.add(rowA)), ofA);
                    ofB = own.fma(own.fma(DoubleVector.fromArray(d, lanes, at + b), rowB.add(rowB)), ofB);
                }
                ofA.intoArray(first, p);
                ofB.intoArray(second, p);
            }
            return end;
        }
    }
}
