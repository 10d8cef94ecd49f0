package io.github.scorelane.bench.speed;

import io.github.scorelane.kernel.fit.ConstantGains;
import io.github.scorelane.kernel.fit.LeastSquares;
import io.github.scorelane.kernel.fit.LeaveTwoOut;
import io.github.scorelane.kernel.fit.LeftOutLoss;
import java.util.function.IntFunction;

/** What the automatic choice does with the sums of a parameter with four controls, again for every 1,024 elements. */
public enum Fits {
    /** The sums over all lanes but two. */
    LEAVE_TWO_OUT(size -> {
        double[] lanes = lanes(size);
        double[] sums = new double[LeastSquares.sums(Fits.SIZE) * LeaveTwoOut.COUNT];
        return new ArrayWork(again(size, () -> LeaveTwoOut.sum(lanes, LeastSquares.sums(Fits.SIZE), sums)), sums);
    }),
    /** The coefficients that are fitted to them. */
    LEAST_SQUARES(size -> {
        double[] sums = new double[LeastSquares.sums(Fits.SIZE) * LeaveTwoOut.COUNT];
        LeaveTwoOut.sum(lanes(size), LeastSquares.sums(Fits.SIZE), sums);
        double[] kappa = new double[Fits.SIZE * LeaveTwoOut.COUNT];
        double[] scratch = new double[LeastSquares.scratch(Fits.SIZE)];
        return new ArrayWork(again(size, () -> LeastSquares.solve(sums, Fits.SIZE, kappa, scratch)), kappa);
    }),
    /** Their loss in the lanes that were left out. */
    LEFT_OUT_LOSS(size -> {
        double[] lanes = lanes(size);
        LeaveTwoOut.sum(lanes, LeastSquares.sums(Fits.SIZE), new double[LeastSquares.sums(Fits.SIZE) * LeaveTwoOut.COUNT]);
        double[] kappa = Points.normal(Fits.SIZE * LeaveTwoOut.COUNT);
        double[][] loss = new double[2][LeaveTwoOut.COUNT];
        return new ArrayWork(again(size, () -> LeftOutLoss.loss(lanes, Fits.SIZE, Fits.SIZE, kappa, loss[0], loss[1])), loss);
    }),
    /** What constants gain. */
    CONSTANT_GAINS(size -> {
        double[] lanes = lanes(size);
        double[] mean = Points.normal(LeaveTwoOut.COUNT);
        double[] constant = Points.uniform(LeaveTwoOut.COUNT);
        double[] gains = new double[ConstantGains.LENGTH];
        double[] scratch = new double[ConstantGains.SCRATCH];
        return new ArrayWork(again(size, () -> ConstantGains.sum(lanes, 0, mean, constant, 0.5, 1, gains, scratch)), gains);
    });

    /** The score, four controls and 1. */
    private static final int SIZE = 6;

    private final IntFunction<ArrayWork> maker;

    Fits(IntFunction<ArrayWork> maker) {
        this.maker = maker;
    }

    /** For as many elements. */
    public ArrayWork of(int size) {
        return maker.apply(size);
    }

    private static Runnable again(int size, Runnable fit) {
        return () -> {
            for (int i = 0; i < size; i += 1024) {
                fit.run();
            }
        };
    }

    /** Sums of squares and products of samples of six numbers, and of a seventh with them. */
    private static double[] lanes(int size) {
        int samples = Math.min(size, 1024);
        double[] numbers = Points.normal(samples * (SIZE + 1));
        double[] lanes = new double[LeastSquares.sums(SIZE) * LeaveTwoOut.LANES];
        for (int s = 0; s < samples; s++) {
            int at = s * (SIZE + 1);
            for (int i = 0; i <= SIZE; i++) {
                for (int j = 0; j <= Math.min(i, SIZE - 1); j++) {
                    lanes[LeastSquares.place(i, j) * LeaveTwoOut.LANES + s % 8] += numbers[at + i] * numbers[at + j];
                }
            }
        }
        return lanes;
    }
}
