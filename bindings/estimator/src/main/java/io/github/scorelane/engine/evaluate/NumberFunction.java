package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.thread.Check;
import java.util.function.DoubleUnaryOperator;

/** The user's function of one number, in its simple form: it is called once for each sample. */
public final class NumberFunction extends BlockFunction {
    private static final OwnLoops<NumberCalls> LOOPS = new OwnLoops<>(new NumberLoop());

    private final DoubleUnaryOperator function;
    private final CountedCalls<NumberCalls> calls;

    /** Creates one thread's adapter of a function. */
    public NumberFunction(DoubleUnaryOperator function) {
        this.function = function;
        calls = new CountedCalls<>(LOOPS, function);
    }

    @Override
    public void evaluate(double[][] x, int n, long first, double[][] f, Check check) {
        calls.loop(n).call(function, x, n, first, f[0], check);
    }
}
