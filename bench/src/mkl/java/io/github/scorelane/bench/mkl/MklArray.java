package io.github.scorelane.bench.mkl;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.mkl.global.mkl_rt;

/** Doubles off the heap, on whole cache lines, for the life of the JVM. */
final class MklArray {
    private static final int CACHE_LINE = 64;

    private MklArray() {}

    static DoublePointer of(int length) {
        return new DoublePointer(mkl_rt.MKL_malloc((long) length * Double.BYTES, CACHE_LINE)).capacity(length);
    }

    static DoublePointer of(double[] values) {
        return of(values.length).put(values, 0, values.length);
    }

    static double[] copy(DoublePointer array) {
        double[] values = new double[Math.toIntExact(array.capacity())];
        array.get(values, 0, values.length);
        return values;
    }
}
