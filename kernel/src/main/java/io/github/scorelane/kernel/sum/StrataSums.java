package io.github.scorelane.kernel.sum;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Estimates the variance of a stratified estimate from neighbouring strata, over one block. The two samples that a fold has in a
 * stratum may be equal although f jumps near them, and the outermost strata, which have most of the variance of a smooth function,
 * are but two. Neighbouring strata show both: with M the sum over a fold's two samples in a stratum, the variance of all M is also
 *
 * <pre>
 *     Σ (M₋₁ − 2M + M₊₁)²/6
 * </pre>
 *
 * <p>where a function is smooth, since a line cancels; and a jump is always seen, in its own stratum or in the two beside it. At
 * the end of a block the last such difference counts twice, in place of the next stratum's, whose neighbour is in another block.
 *
 * <p>An outermost stratum has only one neighbour. For its points, −ln of the quotient of their uniform number and the stratum's
 * width is exponential, whatever the law is. A quadratic polynomial in that, fitted to the means of the four outermost strata by
 * least squares, has the variance c₁² + c₂², by its coefficients of the Laguerre polynomials L₁ and L₂; with coefficients made of
 * sums over two, the variance of M is Σ c²/2. A line is fitted too, and its variance added: where the two differ, neither is to be
 * trusted.
 *
 * <p>Strata of a block follow one another as {@link PairSums} has them: sample j of the first half of a block and its partner in
 * the second half are two samples of fold 0 in stratum j/8·4 + j mod 8 where j mod 8 is below 4, and otherwise of fold 1, four
 * less. The weights are ½ for the differences and 1 for the outermost here, since they are used beside half the sum of squares of
 * {@link PairSums}.
 */
public final class StrataSums {
    /** Number of numbers of a fold: Σs², Σφs² and Σφ²s² of such squares and products. */
    public static final int FOLD = 3;
    /** Index of Σs² among the numbers of a fold. */
    public static final int SS = 0;
    /** Index of Σφs² among the numbers of a fold. */
    public static final int FSS = 1;
    /** Index of Σφ²s² among the numbers of a fold. */
    public static final int FFSS = 2;
    /** Smallest number of pairs, those of four strata. */
    public static final int MIN_PAIRS = EightLanes.COUNT;

    private static final int FOLDS = 2;
    private static final int OUTERMOST = 4;
    private static final double OF_DIFFERENCES = 1.0 / 12;
    private static final double OF_OUTERMOST = 0.5;
    /**
     * Coefficients of L₁ and L₂, and of L₁ for the line alone, as combinations of the means of the four outermost strata, which
     * have the weights 1, 27, 75 and 108.
     */
    private static final double[][] LAGUERRE = {
        {-1.2177277416194268, 0.5280961538389042, 3.7766930848894185, -3.087061497108886},
        {0.42548100807665296, -0.4952651220489354, -1.5586168605029436, 1.628400974475222},
        {-0.09343325181310033, -0.7805964485170621, -0.3418088334547225, 1.2158385337848843},
    };

    private static final Gate GATE = Gate.ofVectors(StrataSums::rehearse);

    private StrataSums() {}

    private static void rehearse(double[] numbers, double[] results, int n) {
        int strata = n + OUTERMOST;
        for (int h = 0; h < 2 * strata; h++) {
            results[h] = numbers[h % numbers.length];
        }
        neighbours(results, strata, false, false);
    }

    /**
     * Returns the number of doubles that a caller lends as scratch.
     *
     * @param pairs number of pairs of a block
     * @return their number
     */
    public static int scratch(int pairs) {
        return pairs + FOLD * EightLanes.COUNT;
    }

    /**
     * Changes a block's sums of squares of the function into sums with neighbours: each lane is halved, and the neighbours'
     * estimate is added to the first lane of each fold.
     *
     * @param phi the centred function
     * @param pairs number of pairs, a multiple of eight
     * @param first true if the first stratum is the outermost
     * @param last true if the last stratum is the outermost
     * @param scratch scratch, whose content is lost
     * @param sums sums of {@link PairSums}, with squares of differences
     * @param at index of the first element
     * @throws IllegalArgumentException if an array is too short
     */
    public static void sum(double[] phi, int pairs, boolean first, boolean last, double[] scratch, double[] sums, int at) {
        ArrayRange.check("phi", phi.length, pairs, pairs);
        ArrayRange.check("scratch", scratch.length, 0, scratch(pairs));
        ArrayRange.check("sums", sums.length, at, FunctionSums.LENGTH);
        for (int q = 0; q < EightLanes.COUNT; q++) {
            sums[at + FunctionSums.FF + q] *= 0.5;
        }
        int strata = pairs / FOLDS;
        for (int fold = 0; fold < FOLDS; fold++) {
            for (int h = 0; h < strata; h++) {
                int j = sample(h, fold);
                scratch[h] = phi[j] + phi[pairs + j];
            }
            System.arraycopy(scratch, 0, scratch, strata, strata);
            neighbours(scratch, strata, first, last);
            sums[at + FunctionSums.FF + fold * EightLanes.COUNT / FOLDS] += scratch[pairs + FFSS];
        }
    }

    /**
     * Sums over one block, for one parameter.
     *
     * @param phi the centred function
     * @param score the score of each sample
     * @param pairs number of pairs, a multiple of eight
     * @param first true if the first stratum is the outermost
     * @param last true if the last stratum is the outermost
     * @param scratch scratch, whose content is lost
     * @param sums receives the sums: {@value #FOLD} numbers for each fold, and two that are 0
     * @param at index of the first one; earlier content is lost
     * @throws IllegalArgumentException if an array is too short
     */
    public static void sum(double[] phi, double[] score, int pairs, boolean first, boolean last, double[] scratch, double[] sums,
            int at) {
        ArrayRange.check("phi", phi.length, pairs, pairs);
        ArrayRange.check("score", score.length, pairs, pairs);
        ArrayRange.check("scratch", scratch.length, 0, scratch(pairs));
        ArrayRange.check("sums", sums.length, at, EightLanes.COUNT);
        Arrays.fill(sums, at, at + EightLanes.COUNT, 0.0);
        int strata = pairs / FOLDS;
        for (int fold = 0; fold < FOLDS; fold++) {
            for (int h = 0; h < strata; h++) {
                int j = sample(h, fold);
                scratch[h] = phi[j] * score[j] + phi[pairs + j] * score[pairs + j];
                scratch[strata + h] = score[j] + score[pairs + j];
            }
            neighbours(scratch, strata, first, last);
            System.arraycopy(scratch, pairs, sums, at + fold * FOLD, FOLD);
        }
    }

    private static int sample(int stratum, int fold) {
        return 2 * (stratum & -4) + 4 * fold + (stratum & 3);
    }

    /** Computes a fold's numbers from its strata's M of φs and of s, and leaves them behind these. */
    private static void neighbours(double[] scratch, int strata, boolean first, boolean last) {
        int lanes = 2 * strata;
        Arrays.fill(scratch, lanes, lanes + FOLD * EightLanes.COUNT, 0.0);
        int differences = strata - 2;
        int head = GATE.head(differences);
        addAll(scratch, strata, head < 0 ? 0 : GATE.end(Simd.sum(scratch, strata, head)), differences);
        if (!first) {
            add(scratch, strata, 0, lanes);
        }
        if (!last) {
            add(scratch, strata, differences - 1, lanes);
        }
        for (int k = 0; k < FOLD; k++) {
            scratch[lanes + k] = OF_DIFFERENCES * EightLanes.fold(scratch, lanes + k * EightLanes.COUNT);
        }
        if (first) {
            addOutermost(scratch, strata, 0, 1, lanes);
        }
        if (last) {
            addOutermost(scratch, strata, strata - 1, -1, lanes);
        }
    }

    private static void addAll(double[] scratch, int strata, int from, int differences) {
        for (int i = from; i < differences; i++) {
            add(scratch, strata, i, 2 * strata + i % EightLanes.COUNT);
        }
    }

    private static void add(double[] scratch, int strata, int i, int lane) {
        double p = Fma.fma(-2, scratch[i + 1], scratch[i] + scratch[i + 2]);
        double s = Fma.fma(-2, scratch[strata + i + 1], scratch[strata + i] + scratch[strata + i + 2]);
        scratch[lane] = Fma.fma(s, s, scratch[lane]);
        scratch[lane + EightLanes.COUNT] = Fma.fma(p, s, scratch[lane + EightLanes.COUNT]);
        scratch[lane + 2 * EightLanes.COUNT] = Fma.fma(p, p, scratch[lane + 2 * EightLanes.COUNT]);
    }

    private static void addOutermost(double[] scratch, int strata, int outermost, int step, int at) {
        for (double[] row : LAGUERRE) {
            double p = 0;
            double s = 0;
            for (int k = 0; k < OUTERMOST; k++) {
                p = Fma.fma(row[k], scratch[outermost + k * step], p);
                s = Fma.fma(row[k], scratch[strata + outermost + k * step], s);
            }
            scratch[at + SS] = Fma.fma(OF_OUTERMOST * s, s, scratch[at + SS]);
            scratch[at + FSS] = Fma.fma(OF_OUTERMOST * p, s, scratch[at + FSS]);
            scratch[at + FFSS] = Fma.fma(OF_OUTERMOST * p, p, scratch[at + FFSS]);
        }
    }

    private static final class Simd {
        private Simd() {}

        static int sum(double[] scratch, int strata, int length) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            DoubleVector twice = DoubleVector.broadcast(d, -2);
            for (int share = 0; share < EightLanes.COUNT; share += d.length()) {
                DoubleVector ss = DoubleVector.zero(d);
                DoubleVector ps = DoubleVector.zero(d);
                DoubleVector pp = DoubleVector.zero(d);
                for (int i = share; i < end; i += EightLanes.COUNT) {
                    DoubleVector p = DoubleVector.fromArray(d, scratch, i + 1).fma(twice,
                            DoubleVector.fromArray(d, scratch, i).add(DoubleVector.fromArray(d, scratch, i + 2)));
                    DoubleVector s = DoubleVector.fromArray(d, scratch, strata + i + 1).fma(twice,
                            DoubleVector.fromArray(d, scratch, strata + i).add(DoubleVector.fromArray(d, scratch, strata + i + 2)));
                    ss = s.fma(s, ss);
                    ps = p.fma(s, ps);
                    pp = p.fma(p, pp);
                }
                ss.intoArray(scratch, 2 * strata + share);
                ps.intoArray(scratch, 2 * strata + EightLanes.COUNT + share);
                pp.intoArray(scratch, 2 * strata + 2 * EightLanes.COUNT + share);
            }
            return end;
        }
    }
}
