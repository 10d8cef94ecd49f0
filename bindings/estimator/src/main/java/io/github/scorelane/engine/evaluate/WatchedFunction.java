package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.thread.Check;

/** A function of which it is seen whether it has more than one value. */
public final class WatchedFunction extends BlockFunction {
    private final BlockFunction function;
    private final OneValue seen;

    /** Watches a function. */
    public WatchedFunction(BlockFunction function, OneValue seen) {
        this.function = function;
        this.seen = seen;
    }

    @Override
    public void evaluate(double[][] x, int n, long first, double[] f, Check check) {
        function.evaluate(x, n, first, f, check);
        seen.see(f, n);
    }

    @Override
    public void keepControls(double[][] rows, int n) {
        function.keepControls(rows, n);
    }

    @Override
    public double[][] direct() {
        return function.direct();
    }
}
