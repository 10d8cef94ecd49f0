package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.engine.unit.Magnitude;
import io.github.scorelane.engine.unit.OutOfRange;
import io.github.scorelane.engine.unit.PowerOfTwo;
import io.github.scorelane.engine.unit.Scale;
import java.util.Arrays;

/**
 * A function whose outputs, and direct derivatives if it has any, are divided by the units of a {@link Scale} for each output.
 * Units are powers of two, so that the division rounds nothing.
 */
public final class ScaledFunction extends BlockFunction {
    private final BlockFunction function;
    private final Scale[] scales;

    ScaledFunction(BlockFunction function, Scale... scales) {
        this.function = function;
        this.scales = scales;
    }

    @Override
    public void evaluate(double[][] x, int n, long first, double[][] f, Check check) {
        function.evaluate(x, n, first, f, check);
        for (int o = 0; o < scales.length; o++) {
            divide(f[o], n, scales[o].function(), scales[o], o);
        }
        double[][] direct = function.direct();
        for (int p = 0; direct != null && p < direct.length; p++) {
            divide(direct[p], n, scales[0].function() + scales[0].score(p), scales[0], 0);
        }
    }

    /** Divides values by 2^unit, and demands a larger unit of f if a value that is finite becomes infinite by it. */
    public static void divide(double[] values, int n, int unit, Scale scale, int output) {
        if (unit == 0) {
            return;
        }
        double[] before = unit < 0 ? Arrays.copyOf(values, n) : values;
        PowerOfTwo.multiply(values, 0, n, -unit);
        double largest = 0;
        for (int s = 0; before != values && s < n; s++) {
            if (Double.isInfinite(values[s]) && Double.isFinite(before[s])) {
                largest = Math.max(largest, Math.abs(before[s]));
            }
        }
        if (largest > 0) {
            throw new OutOfRange(scale.times(Magnitude.exponent(largest) - unit, true), output);
        }
    }

    @Override
    public double[][] direct() {
        return function.direct();
    }

    @Override
    public OneValue[] seen() {
        return function.seen();
    }
}
