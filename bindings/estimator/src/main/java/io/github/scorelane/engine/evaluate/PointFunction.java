package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.thread.Check;
import java.util.function.ToDoubleFunction;

/** The user's function of a vector, which is called with the coordinates of one sample at a time. */
public final class PointFunction extends BlockFunction {
    private static final OwnLoops<PointCalls> LOOPS = new OwnLoops<>(new PointLoop());

    private final ToDoubleFunction<double[]> function;
    private final CountedCalls<PointCalls> calls;
    private final double[] point;

    /** Creates one thread's adapter of a function, for samples of the given number of coordinates. */
    public PointFunction(ToDoubleFunction<double[]> function, int dimension) {
        this.function = function;
        calls = new CountedCalls<>(LOOPS, function);
        point = new double[dimension];
    }

    /** Returns the array that {@link #evaluatePoint} reads the coordinates from. */
    public double[] point() {
        return point;
    }

    /** Evaluates f at the point in {@link #point()}, which is the sample of the given index. */
    public double evaluatePoint(long sample) {
        double f;
        try {
            f = function.applyAsDouble(point);
        } catch (Throwable e) {
            throw thrown(e, sample, point);
        }
        requireFinite(f, sample, point);
        return f;
    }

    @Override
    public PointFunction ofPoints() {
        return this;
    }

    @Override
    public void evaluate(double[][] x, int n, long first, double[][] f, Check check) {
        calls.loop(n).call(function, point, x, n, first, f[0], check);
    }
}
