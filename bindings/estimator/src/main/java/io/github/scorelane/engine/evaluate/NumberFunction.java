package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.thread.Check;
import java.util.function.DoubleUnaryOperator;

/** A function of one number. */
public final class NumberFunction extends BlockFunction {
    private static final OwnLoops<NumberCalls> LOOPS = new OwnLoops<>(new NumberLoop());

    private final DoubleUnaryOperator function;
    private final CountedCalls<NumberCalls> calls;

    /**
     * Wraps a function.
     *
     * @param function f
     */
    public NumberFunction(DoubleUnaryOperator function) {
        this.function = function;
        calls = new CountedCalls<>(LOOPS, function);
    }

    @Override
    public void evaluate(double[][] x, int n, long first, double[] f, Check check) {
        calls.loop(n).call(function, x, n, first, f, check);
    }
}
