package io.github.scorelane.bench.speed;

import io.github.scorelane.kernel.sequence.BrownianBridge;
import io.github.scorelane.kernel.sequence.LatinHypercube;
import io.github.scorelane.kernel.sequence.Sobol;
import io.github.scorelane.kernel.sequence.Strata;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.function.IntFunction;

/** Points that sampling plans draw from: one coordinate of as many points as there are elements. */
public enum Sequences {
    /** Scrambled points of Sobol's sequence. */
    SOBOL(size -> {
        double[] u = new double[size];
        SplitStream stream = SplitStream.of(ArrayBenchmark.SEED);
        return new ArrayWork(() -> Sobol.points(stream, 3, 0, u, 0, size), u);
    }),
    /** Latin hypercube points. */
    LATIN_HYPERCUBE(size -> {
        double[] u = new double[size];
        SplitStream stream = SplitStream.of(ArrayBenchmark.SEED);
        return new ArrayWork(() -> LatinHypercube.points(stream, size, 1, 4, 0, u, 0, size), u);
    }),
    /** Increments of a bridge of sixteen steps; they are as large as the numbers that they are made of, and replace them. */
    BROWNIAN_BRIDGE(size -> {
        double[][] z = new double[Sequences.STEPS][];
        double[] normal = Points.normal(size);
        int paths = size / Sequences.STEPS;
        for (int d = 0; d < Sequences.STEPS; d++) {
            z[d] = Arrays.copyOfRange(normal, d * paths, (d + 1) * paths);
        }
        BrownianBridge bridge = BrownianBridge.of(Sequences.STEPS);
        return new ArrayWork(() -> bridge.toIncrements(z, 0, paths), z);
    }),
    /** Points of equal intervals. */
    STRATA(size -> {
        double[] v = new double[size];
        SplitStream.of(ArrayBenchmark.SEED).uniforms(0, v, 0, size);
        double[] u = new double[size];
        return new ArrayWork(() -> {
            double width = 1.0 / size;
            for (int i = 0; i < size; i++) {
                u[i] = Strata.inside(i, v[i], width);
            }
        }, u);
    });

    private static final int STEPS = 16;

    private final IntFunction<ArrayWork> maker;

    Sequences(IntFunction<ArrayWork> maker) {
        this.maker = maker;
    }

    /** Makes the work of as many points. */
    public ArrayWork of(int size) {
        return maker.apply(size);
    }
}
