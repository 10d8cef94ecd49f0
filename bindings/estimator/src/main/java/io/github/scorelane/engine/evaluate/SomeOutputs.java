package io.github.scorelane.engine.evaluate;

import java.util.Arrays;

/**
 * Some of the outputs of a function; the others are evaluated, and lost.
 *
 * @param function of all outputs
 * @param chosen which of them
 * @param outputs how many there are in all
 */
public record SomeOutputs(OutputsFunction function, int[] chosen, int outputs) implements OutputsFunction {
    @Override
    public BlockFunction into(double[][] f) {
        double[][] all = new double[outputs][];
        Arrays.setAll(all, o -> new double[f[0].length]);
        for (int i = 0; i < chosen.length; i++) {
            all[chosen[i]] = f[i];
        }
        return function.into(all);
    }
}
