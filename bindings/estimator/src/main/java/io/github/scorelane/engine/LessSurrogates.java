package io.github.scorelane.engine;

import io.github.scorelane.engine.surrogate.Surrogate;

/**
 * A function of several outputs, each less a surrogate of it.
 *
 * @param function of the outputs
 * @param surrogates of each
 */
record LessSurrogates(OutputsFunction function, Surrogate[] surrogates) implements OutputsFunction {
    @Override
    public BlockFunction into(double[][] f) {
        BlockFunction bound = function.into(f);
        return new BlockFunction() {
            @Override
            void evaluate(double[][] x, int n, long first, double[] unused, Check check) {
                bound.evaluate(x, n, first, unused, check);
                for (int o = 0; o < surrogates.length; o++) {
                    surrogates[o].subtract(x, n, f[o]);
                }
            }
        };
    }
}
