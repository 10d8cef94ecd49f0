package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.thread.Check;

/** A function that notes for each of its outputs whether it has had more than one value; the values themselves pass unchanged. */
public final class WatchedFunction extends BlockFunction {
    private final BlockFunction function;
    private final OneValue[] seen;

    /** Watches one thread's function of the given number of outputs. */
    public WatchedFunction(BlockFunction function, int outputs) {
        this.function = function;
        seen = new OneValue[outputs];
        for (int o = 0; o < outputs; o++) {
            seen[o] = new OneValue();
        }
    }

    @Override
    public void evaluate(double[][] x, int n, long first, double[][] f, Check check) {
        function.evaluate(x, n, first, f, check);
        for (int o = 0; o < seen.length; o++) {
            seen[o].see(f[o], n);
        }
    }

    @Override
    public double[][] controls() {
        return function.controls();
    }

    @Override
    public double[][] direct() {
        return function.direct();
    }

    @Override
    public OneValue[] seen() {
        return seen;
    }
}
