package io.github.scorelane.engine.control;

import io.github.scorelane.engine.evaluate.BlockFunction;
import io.github.scorelane.engine.surrogate.ProbedFunction;
import io.github.scorelane.engine.surrogate.Surrogate;
import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.function.EvaluationException;

/** The function f − h, with a surrogate h of f. */
public final class SurrogateFunction extends BlockFunction {
    private final BlockFunction function;
    private final Surrogate surrogate;

    public SurrogateFunction(BlockFunction function, Surrogate surrogate) {
        this.function = function;
        this.surrogate = surrogate;
    }

    /** The function f itself, as it is asked at points that were not drawn. */
    public static ProbedFunction probed(BlockFunction function) {
        Check check = new Check();
        return (x, n, f) -> {
            try {
                function.evaluate(x, n, 0, f, check);
                return true;
            } catch (EvaluationException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                // A point that no sample has may lie where f is not defined.
                return false;
            }
        };
    }

    @Override
    public void evaluate(double[][] x, int n, long first, double[] f, Check check) {
        function.evaluate(x, n, first, f, check);
        surrogate.subtract(x, n, f);
    }
}
