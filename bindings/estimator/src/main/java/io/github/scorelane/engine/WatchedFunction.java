package io.github.scorelane.engine;

/** A function of which it is seen whether it has more than one value. */
final class WatchedFunction extends BlockFunction {
    private final BlockFunction function;
    private final OneValue seen;

    /** Watches a function. */
    WatchedFunction(BlockFunction function, OneValue seen) {
        this.function = function;
        this.seen = seen;
    }

    @Override
    void evaluate(double[][] x, int n, long first, double[] f, Check check) {
        function.evaluate(x, n, first, f, check);
        seen.see(f, n);
    }

    @Override
    void keepControls(double[][] rows, int n) {
        function.keepControls(rows, n);
    }

    @Override
    double[][] direct() {
        return function.direct();
    }
}
