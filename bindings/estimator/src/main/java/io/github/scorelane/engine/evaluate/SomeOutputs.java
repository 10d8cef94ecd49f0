package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.thread.Check;
import java.util.Arrays;

/** Some of the outputs of a function. The others are evaluated as well, because one call gives all, but they are not kept. */
public final class SomeOutputs extends BlockFunction {
    private final BlockFunction function;
    private final int[] chosen;
    private final double[][] all;

    /**
     * Chooses outputs of a function.
     *
     * @param function one thread's function of all outputs
     * @param chosen indices of the outputs that are kept
     * @param outputs number of all outputs
     * @param samples the most samples of a block
     */
    public SomeOutputs(BlockFunction function, int[] chosen, int outputs, int samples) {
        this.function = function;
        this.chosen = chosen;
        all = new double[outputs][samples];
    }

    @Override
    public void evaluate(double[][] x, int n, long first, double[][] f, Check check) {
        for (int i = 0; i < chosen.length; i++) {
            all[chosen[i]] = f[i];
        }
        function.evaluate(x, n, first, all, check);
    }

    @Override
    public OneValue[] seen() {
        OneValue[] seen = function.seen();
        return seen == null ? null : Arrays.stream(chosen).mapToObj(o -> seen[o]).toArray(OneValue[]::new);
    }
}
