package io.github.scorelane.engine.control;

import io.github.scorelane.engine.evaluate.BlockFunction;
import io.github.scorelane.engine.evaluate.OutputsFunction;
import io.github.scorelane.engine.surrogate.Surrogate;
import io.github.scorelane.engine.thread.Check;

/**
 * A function of several outputs, each less a surrogate of it.
 *
 * @param function of the outputs
 * @param surrogates of each
 */
public record LessSurrogates(OutputsFunction function, Surrogate[] surrogates) implements OutputsFunction {
    @Override
    public BlockFunction into(double[][] f) {
        BlockFunction bound = function.into(f);
        return new BlockFunction() {
            @Override
            public void evaluate(double[][] x, int n, long first, double[] unused, Check check) {
                bound.evaluate(x, n, first, unused, check);
                for (int o = 0; o < surrogates.length; o++) {
                    surrogates[o].subtract(x, n, f[o]);
                }
            }
        };
    }
}
