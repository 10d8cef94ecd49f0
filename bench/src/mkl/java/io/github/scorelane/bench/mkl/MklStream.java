package io.github.scorelane.bench.mkl;

import java.util.function.ToIntFunction;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.mkl.global.mkl_rt;
import org.bytedeco.mkl.global.mkl_rt.VSLStreamStatePtr;

/** A stream of MKL's random numbers. */
final class MklStream {
    /** Box and Muller's method, of which both numbers are used. */
    static final int BOXMULLER2 = mkl_rt.VSL_RNG_METHOD_GAUSSIAN_BOXMULLER2;
    /** The inverse of the distribution function. */
    static final int ICDF = mkl_rt.VSL_RNG_METHOD_GAUSSIAN_ICDF;

    private final VSLStreamStatePtr state = new VSLStreamStatePtr();

    private MklStream(int generator, long seed) {
        require(mkl_rt.vslNewStream(state, generator, (int) seed));
    }

    static MklStream philox(long seed) {
        return new MklStream(mkl_rt.VSL_BRNG_PHILOX4X32X10, seed);
    }

    static MklStream sfmt(long seed) {
        return new MklStream(mkl_rt.VSL_BRNG_SFMT19937, seed);
    }

    void uniforms(int n, DoublePointer u) {
        require(mkl_rt.vdRngUniform(mkl_rt.VSL_RNG_METHOD_UNIFORM_STD, state, n, u, 0, 1));
    }

    void normals(int method, int n, DoublePointer x, double mean, double standardDeviation) {
        require(mkl_rt.vdRngGaussian(method, state, n, x, mean, standardDeviation));
    }

    /** Calls one of MKL's functions on this stream. */
    void draw(ToIntFunction<VSLStreamStatePtr> function) {
        require(function.applyAsInt(state));
    }

    private static void require(int status) {
        if (status != mkl_rt.VSL_STATUS_OK) {
            throw new IllegalStateException("MKL's random numbers failed with status " + status);
        }
    }
}
