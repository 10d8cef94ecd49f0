package io.github.scorelane.engine.control;

import io.github.scorelane.engine.evaluate.BlockFunction;
import io.github.scorelane.engine.evaluate.OneValue;
import io.github.scorelane.engine.surrogate.Surrogate;
import io.github.scorelane.engine.thread.Check;

/** The function f − h, with a surrogate h of each output of f. It is what a run sums in place of f where surrogates were found. */
public final class SurrogateFunction extends BlockFunction {
    private final BlockFunction function;
    private final Surrogate[] surrogates;

    /** Subtracts a surrogate from each output of a function. */
    public SurrogateFunction(BlockFunction function, Surrogate... surrogates) {
        this.function = function;
        this.surrogates = surrogates;
    }

    @Override
    public void evaluate(double[][] x, int n, long first, double[][] f, Check check) {
        function.evaluate(x, n, first, f, check);
        for (int o = 0; o < surrogates.length; o++) {
            surrogates[o].subtract(x, n, f[o]);
        }
    }

    @Override
    public OneValue[] seen() {
        return function.seen();
    }
}
