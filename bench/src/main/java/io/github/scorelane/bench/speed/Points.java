package io.github.scorelane.bench.speed;

import java.util.SplittableRandom;

/** Points to work on, from the JDK, so that the peers' forks load nothing of the library. */
public final class Points {
    private Points() {}

    /** Normal points. */
    public static double[] normal(int size) {
        SplittableRandom random = new SplittableRandom(ArrayBenchmark.SEED);
        double[] x = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = random.nextGaussian(ArrayBenchmark.MEAN, ArrayBenchmark.STANDARD_DEVIATION);
        }
        return x;
    }

    /** Points between −10 and 10. */
    public static double[] uniform(int size) {
        SplittableRandom random = new SplittableRandom(ArrayBenchmark.SEED);
        double[] x = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = random.nextDouble(-10, 10);
        }
        return x;
    }

    /** Points between e^−10 and e^10. */
    public static double[] positive(int size) {
        double[] x = uniform(size);
        for (int i = 0; i < size; i++) {
            x[i] = StrictMath.exp(x[i]);
        }
        return x;
    }
}
