package io.github.scorelane.engine.baseline;

import io.github.scorelane.kernel.fit.ConstantGains;
import io.github.scorelane.kernel.fit.LeaveTwoOut;
import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.FunctionSums;
import io.github.scorelane.kernel.sum.ScoreSums;
import java.util.Arrays;

/**
 * Decides, for each lane, which constant to subtract from f (the mean of f, the one that makes the variance least, or 0), from the
 * other lanes only, so that the gradient stays unbiased. For samples that are in no lane, all eight lanes decide. An instance
 * belongs to one thread, and reads one component after the other.
 */
public final class ConstantSelection {
    /** Index, in place of a lane's, of the samples that are in no lane because the choice was made before them. */
    static final int OTHERS = EightLanes.COUNT;
    private static final int LANES = EightLanes.COUNT;
    private static final int F = 0;
    private static final int FSS = 1;
    private static final int SS = 2;
    private static final int NUMBERS = 3;
    /** Index of the constant fitted without lanes q and l, at place q·8 + l. */
    private static final int[] WITHOUT = new int[LANES * LANES];

    static {
        for (int q = 0; q < LANES; q++) {
            for (int l = 0; l < LANES; l++) {
                WITHOUT[q * LANES + l] = LeaveTwoOut.place(q, l);
            }
        }
    }

    private final double[] lanes = new double[NUMBERS * LeaveTwoOut.LANES];
    private final double[] sums = new double[NUMBERS * LeaveTwoOut.COUNT];
    private final double[] samples = new double[LeaveTwoOut.COUNT];
    private final double[] means = new double[LeaveTwoOut.COUNT];
    private final double[] constants = new double[LeaveTwoOut.COUNT];
    private final double[] gains = new double[ConstantGains.LENGTH];
    private final double[] scratch = new double[ConstantGains.SCRATCH];
    private final int[] choices = new int[LANES + 1];
    private long counted;
    private double centre;
    private double unit;

    public ConstantSelection() {}

    /** Reads the sums of a component, and decides for each lane. */
    public void read(FunctionTotals f, ScoreTotals s) {
        centre = f.centre();
        unit = Math.scalb(1.0, -Math.getExponent(FixedConstant.PLAIN.secondMoment(f, s)));
        System.arraycopy(f.sums(), FunctionSums.F, lanes, F * LeaveTwoOut.LANES, LANES);
        System.arraycopy(s.sums(), s.at() + ScoreSums.FSS, lanes, FSS * LeaveTwoOut.LANES, LANES);
        System.arraycopy(s.sums(), s.at() + ScoreSums.SS, lanes, SS * LeaveTwoOut.LANES, LANES);
        LeaveTwoOut.sum(lanes, NUMBERS, sums);
        count(f);
        for (int p = 0; p < LeaveTwoOut.COUNT; p++) {
            means[p] = sums[p] / samples[p];
            constants[p] = sums[FSS * LeaveTwoOut.COUNT + p] / sums[SS * LeaveTwoOut.COUNT + p];
        }
        choose();
    }

    /** Chooses for a component by the means over replicates, of φ, and for each parameter of s, φs and s². */
    public void readReplicates(double[][] means, int parameter, double newCentre) {
        for (int lane = 0; lane < LANES; lane++) {
            choices[lane] = ReplicateChoice.choose(means, parameter, newCentre, lane);
        }
    }

    private void count(FunctionTotals f) {
        if (f.n() == counted) {
            return;
        }
        counted = f.n();
        for (int q = 0; q < LANES; q++) {
            for (int l = 0; l < LANES; l++) {
                samples[without(q, l)] = f.n() - f.n(q) - (q == l ? 0 : f.n(l));
            }
        }
    }

    /** Returns the index at which {@link LeaveTwoOut} has what is fitted without two lanes, which may be the same. */
    static int without(int q, int l) {
        return WITHOUT[q * LANES + l];
    }

    /** Returns a power of two that gains are multiplied by: it alters no choice, and keeps their squares from overflow. */
    public double unit() {
        return unit;
    }

    /** Returns what is to be subtracted in a lane, as {@link Choices} names it. */
    int choice(int lane) {
        return choices[lane];
    }

    /** Writes the constant that a choice stands for, as it is fitted without each pair of lanes of {@link LeaveTwoOut}. */
    public void constants(int choice, double[] beta) {
        switch (choice) {
            case Choices.MEAN -> System.arraycopy(means, 0, beta, 0, LeaveTwoOut.COUNT);
            case Choices.OPTIMAL_CONSTANT -> System.arraycopy(constants, 0, beta, 0, LeaveTwoOut.COUNT);
            default -> Arrays.fill(beta, 0, LeaveTwoOut.COUNT, -centre);
        }
    }

    /**
     * Compares, in the lanes that a constant was not fitted to, what either constant saves, and chooses the better if it is sure.
     */
    private void choose() {
        ConstantGains.sum(lanes, FSS * LeaveTwoOut.LANES, means, constants, centre, unit, gains, scratch);
        for (int lane = 0; lane < LANES; lane++) {
            choices[lane] = choose(gains[lane + ConstantGains.DIFFERENCE],
                    gains[lane + ConstantGains.MEAN], gains[lane + ConstantGains.MEAN + ConstantGains.SQUARES],
                    gains[lane + ConstantGains.CONSTANT], gains[lane + ConstantGains.CONSTANT + ConstantGains.SQUARES]);
        }
        choices[OTHERS] = choose(ofOthers(ConstantGains.DIFFERENCE),
                ofOthers(ConstantGains.MEAN), ofOthers(ConstantGains.MEAN + ConstantGains.SQUARES),
                ofOthers(ConstantGains.CONSTANT), ofOthers(ConstantGains.CONSTANT + ConstantGains.SQUARES));
    }

    private double ofOthers(int place) {
        return EightLanes.fold(gains, place + ConstantGains.OTHERS);
    }

    private static int choose(double difference, double ofMean, double meanSquares, double ofConstant, double constantSquares) {
        if (difference > 0) {
            return isSure(ofConstant, constantSquares) ? Choices.OPTIMAL_CONSTANT : Choices.NONE;
        }
        return isSure(ofMean, meanSquares) ? Choices.MEAN : Choices.NONE;
    }

    /**
     * Tells whether the mean of m numbers exceeds its standard error, √((Σx² − (Σx)²/m)/(m(m − 1))). Multiplied out, m drops out,
     * and (Σx)² is left to exceed Σx².
     */
    static boolean isSure(double sum, double squares) {
        return sum > 0 && sum * sum > squares;
    }
}
