package io.github.scorelane.bench.speed;

import io.github.scorelane.kernel.sum.ControlSums;
import io.github.scorelane.kernel.sum.FunctionSums;
import io.github.scorelane.kernel.sum.NormalResidualSums;
import io.github.scorelane.kernel.sum.NormalScoreSums;
import io.github.scorelane.kernel.sum.PairSums;
import io.github.scorelane.kernel.sum.ProductSums;
import io.github.scorelane.kernel.sum.ResidualSums;
import io.github.scorelane.kernel.sum.ScoreSums;
import java.util.Arrays;
import java.util.function.IntFunction;

/** Sums of scores, residuals, controls and pairs, over as many samples as there are elements. */
public enum Sums {
    /** Of f and both scores of a normal variable, which are not written. */
    NORMAL_SCORE(size -> {
        double[] f = Points.uniform(size);
        double[] x = Points.normal(size);
        double[] scratch = new double[NormalScoreSums.SCRATCH];
        double[] sums = new double[FunctionSums.LENGTH + 2 * ScoreSums.LENGTH];
        return new ArrayWork(() -> NormalScoreSums.sum(f, 0.5, x, ArrayBenchmark.MEAN, ArrayBenchmark.STANDARD_DEVIATION, size,
                scratch, sums, FunctionSums.LENGTH, FunctionSums.LENGTH + ScoreSums.LENGTH), sums);
    }),
    /** Of f and both residuals of a normal variable. */
    NORMAL_RESIDUAL(size -> {
        double[] f = Points.uniform(size);
        double[] x = Points.normal(size);
        double[] scratch = new double[NormalResidualSums.SCRATCH];
        double[] sums = new double[FunctionSums.LENGTH + 2 * ResidualSums.LENGTH];
        return new ArrayWork(() -> NormalResidualSums.sum(f, 0.5, x, ArrayBenchmark.MEAN, ArrayBenchmark.STANDARD_DEVIATION, 0.4,
                0.6, size, scratch, sums, FunctionSums.LENGTH, FunctionSums.LENGTH + ResidualSums.LENGTH), sums);
    }),
    /** Of what is left of a score's products; r goes where s was, and f is 1 or −1, so that it stays as large. */
    RESIDUAL(size -> {
        double[] f = signs(size);
        double[] score = Points.normal(size);
        double[] predicted = new double[size];
        double[] sums = new double[ResidualSums.LENGTH];
        return new ArrayWork(() -> ResidualSums.sum(f, 0, score, predicted, size, sums, 0), sums);
    }),
    /** The same with those of f, which is centred. */
    CENTRING_RESIDUAL(size -> {
        double[][] f = {signs(size), new double[size]};
        double[] score = Points.normal(size);
        double[] predicted = new double[size];
        double[] sums = new double[ResidualSums.CENTRING_LENGTH];
        return new ArrayWork(() -> {
            ResidualSums.sumCentring(f[0], 0, 0, score, predicted, f[1], size, sums, 0);
            swap(f);
        }, sums);
    }),
    /** Of a control. */
    CONTROL(size -> {
        double[] f = Points.uniform(size);
        double[] score = Points.normal(size);
        double[] control = Points.normal(size);
        double[] sums = new double[ControlSums.LENGTH];
        return new ArrayWork(() -> ControlSums.sum(f, score, control, size, sums, 0), sums);
    }),
    /** Of a product. */
    PRODUCT(size -> {
        double[] a = Points.uniform(size);
        double[] b = Points.normal(size);
        double[] sums = new double[ProductSums.LENGTH];
        return new ArrayWork(() -> ProductSums.sum(a, b, size, sums, 0), sums);
    }),
    /** Of f over pairs. */
    PAIR(size -> {
        double[] f = Points.uniform(size);
        double[] sums = new double[FunctionSums.LENGTH];
        return new ArrayWork(() -> PairSums.sum(f, size / 2, 1, sums, 0), sums);
    }),
    /** Of a score over pairs. */
    PAIR_SCORE(size -> {
        double[] f = Points.uniform(size);
        double[] score = Points.normal(size);
        double[] sums = new double[ScoreSums.LENGTH];
        return new ArrayWork(() -> PairSums.sum(f, score, size / 2, 1, sums, 0), sums);
    });

    private final IntFunction<ArrayWork> maker;

    Sums(IntFunction<ArrayWork> maker) {
        this.maker = maker;
    }

    /** On arrays of a length. */
    public ArrayWork of(int size) {
        return maker.apply(size);
    }

    /** What was used up is what φ is, for the centre is 0. */
    private static void swap(double[][] f) {
        double[] usedUp = f[0];
        f[0] = f[1];
        f[1] = usedUp;
    }

    private static double[] signs(int size) {
        double[] f = Points.uniform(size);
        Arrays.setAll(f, i -> Math.copySign(1, f[i]));
        return f;
    }
}
