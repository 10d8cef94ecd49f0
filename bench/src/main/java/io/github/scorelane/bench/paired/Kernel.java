package io.github.scorelane.bench.paired;

import io.github.scorelane.bench.speed.ArrayBenchmark;
import io.github.scorelane.bench.speed.ArrayWork;
import io.github.scorelane.bench.speed.Fits;
import io.github.scorelane.bench.speed.Points;
import io.github.scorelane.bench.speed.Sums;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.NormalQuantile;
import io.github.scorelane.kernel.sum.CrossSums;
import io.github.scorelane.kernel.sum.FunctionSums;
import io.github.scorelane.kernel.sum.ScoreSums;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;

/** Scorelane's kernels, each on arrays of its own. */
public enum Kernel {
    /** Random words. */
    WORDS(size -> {
        long[] words = new long[size];
        SplitStream stream = SplitStream.of(ArrayBenchmark.SEED);
        return Task.filling(Kernel.OURS, words, onwards(size, first -> stream.words(first, words, 0, size)));
    }),
    /** Uniforms of 52 bits. */
    UNIFORMS(size -> {
        double[] uniforms = new double[size];
        SplitStream stream = SplitStream.of(ArrayBenchmark.SEED);
        return Task.filling(Kernel.OURS, uniforms, onwards(size, first -> stream.uniforms(first, uniforms, 0, size)));
    }),
    /** Natural logarithms. */
    LOG(size -> {
        double[] x = Points.positive(size);
        double[] y = new double[size];
        return Task.filling(Kernel.OURS, y, () -> Log.log(x, 0, y, 0, size));
    }),
    /** Exponentials. */
    EXP(size -> {
        double[] x = Points.uniform(size);
        double[] y = new double[size];
        return Task.filling(Kernel.OURS, y, () -> Exp.exp(x, 0, y, 0, size));
    }),
    /** Inverse of the normal distribution function. */
    NORMAL_QUANTILE(size -> {
        long[] words = new long[size];
        SplitStream.of(ArrayBenchmark.SEED).words(0, words, 0, size);
        double[] z = new double[size];
        return Task.filling(Kernel.OURS, z, () -> NormalQuantile.quantile(words, 0, z, 0, size));
    }),
    /** Normal draws. */
    NORMAL_SAMPLE(size -> {
        double[] x = new double[size];
        Normal normal = normal();
        SplitStream stream = SplitStream.of(ArrayBenchmark.SEED);
        return Task.filling(Kernel.OURS, x, onwards(size, first -> normal.sample(stream, first, x, 0, size)));
    }),
    /** Logarithms of the normal density. */
    NORMAL_LOG_PDF(size -> {
        double[] x = Points.normal(size);
        double[] logPdf = new double[size];
        Normal normal = normal();
        return Task.filling(Kernel.OURS, logPdf, () -> normal.logPdf(x, 0, logPdf, 0, size));
    }),
    /** Both scores of the normal. */
    NORMAL_GRAD_LOG_PDF(size -> {
        double[] x = Points.normal(size);
        double[][] gradient = new double[2][size];
        Normal normal = normal();
        return Task.filling(Kernel.OURS, gradient, () -> normal.gradLogPdf(x, 0, gradient, 0, size));
    }),
    /** Sums of f. */
    FUNCTION_SUMS(size -> {
        double[] f = Points.uniform(size);
        double[] sums = new double[FunctionSums.LENGTH];
        return Task.filling(Kernel.OURS, sums, () -> FunctionSums.centre(f, 0, size, sums, 0));
    }),
    /** Sums of f and a score. */
    SCORE_SUMS(size -> {
        double[] f = Points.uniform(size);
        double[] score = Points.normal(size);
        double[] sums = new double[ScoreSums.LENGTH];
        return Task.filling(Kernel.OURS, sums, () -> ScoreSums.sum(f, score, size, sums, 0));
    }),
    /** Sums of f and of a score, and f centred. */
    CENTRING_SUMS(size -> {
        double[][] f = {Points.uniform(size), new double[size]};
        double[] score = Points.normal(size);
        double[] sums = new double[ScoreSums.CENTRING_LENGTH];
        return Task.filling(Kernel.OURS, sums, () -> {
            ScoreSums.sumCentring(f[0], 0, score, f[1], size, sums, 0);
            double[] usedUp = f[0]; // and the other is what it was
            f[0] = f[1];
            f[1] = usedUp;
        });
    }),
    /** Sums of f and two scores. */
    CROSS_SUMS(size -> {
        double[] f = Points.uniform(size);
        double[] s = Points.normal(size);
        double[] sums = new double[CrossSums.LENGTH];
        double[] scratch = new double[CrossSums.SCRATCH];
        return Task.filling(Kernel.OURS, sums, () -> CrossSums.sum(f, s, s, size, sums, 0, scratch));
    }),
    /** Both scores of the normal and all fourteen sums as they are made where scores are written first. */
    WRITTEN_SCORES_AND_SUMS(size -> {
        double[] x = Points.normal(size);
        double[] f = Points.uniform(size);
        double[][] scores = new double[2][size];
        double[] sums = new double[FunctionSums.LENGTH + 2 * ScoreSums.LENGTH];
        Normal normal = normal();
        return Task.filling(Kernel.OURS, sums, () -> {
            normal.gradLogPdf(x, 0, scores, 0, size);
            FunctionSums.centre(f, 0, size, sums, 0);
            ScoreSums.sum(f, scores[0], size, sums, FunctionSums.LENGTH);
            ScoreSums.sum(f, scores[1], size, sums, FunctionSums.LENGTH + ScoreSums.LENGTH);
        });
    }),
    /** What an estimate of fixed baselines sums of f and both scores of the normal. */
    NORMAL_RESIDUAL_SUMS(size -> task(Sums.NORMAL_RESIDUAL.of(size))),
    /** Sums of residuals. */
    RESIDUAL_SUMS(size -> task(Sums.RESIDUAL.of(size))),
    /** Sums of a control and a score. */
    CONTROL_SUMS(size -> task(Sums.CONTROL.of(size))),
    /** Sums over all lanes but two. */
    LEAVE_TWO_OUT(size -> task(Fits.LEAVE_TWO_OUT.of(size))),
    /** Coefficients of controls. */
    LEAST_SQUARES(size -> task(Fits.LEAST_SQUARES.of(size))),
    /** What they lose in lanes that were left out. */
    LEFT_OUT_LOSS(size -> task(Fits.LEFT_OUT_LOSS.of(size))),
    /** What constants gain there. */
    CONSTANT_GAINS(size -> task(Fits.CONSTANT_GAINS.of(size))),
    /** All that an estimate does but draw and evaluate f. */
    SCORES_AND_SUMS(size -> {
        ScoresAndSums block = new ScoresAndSums(Points.normal(size), Points.uniform(size));
        return Task.filling(Kernel.OURS, block.sums(), block::work);
    }),
    /** A whole estimate, of sixteen times as many samples. */
    ESTIMATE(size -> Estimates.of(Kernel.OURS, 16 * size));

    /** Elements of an array of which a few fit the innermost cache: where they lie in memory does not change the time. */
    static final int BLOCK = 1024;
    /** The name of Scorelane's own tasks. */
    static final String OURS = "simd";

    private final IntFunction<Task> maker;

    Kernel(IntFunction<Task> maker) {
        this.maker = maker;
    }

    /** The kernel on arrays of a length, a multiple of a block's. */
    Task task(int size) {
        return maker.apply(size);
    }

    /** For a person. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Task task(ArrayWork work) {
        return Task.filling(OURS, work.result(), work.run());
    }

    private static Normal normal() {
        return Normal.of(ArrayBenchmark.MEAN, ArrayBenchmark.STANDARD_DEVIATION);
    }

    /** Each call goes on in the stream: over and over the same draws, the processor would know their branches by heart. */
    private static Runnable onwards(int size, LongConsumer fromWord) {
        long[] next = {0};
        return () -> {
            fromWord.accept(next[0]);
            next[0] += size;
        };
    }
}
