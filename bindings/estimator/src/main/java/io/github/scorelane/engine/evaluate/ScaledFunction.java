package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.control.ControlledFunction;
import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.engine.unit.Magnitude;
import io.github.scorelane.engine.unit.OutOfRange;
import io.github.scorelane.engine.unit.PowerOfTwo;
import io.github.scorelane.engine.unit.Scale;
import java.util.Arrays;
import java.util.function.Supplier;

/** A function, and its direct derivatives if it has any, in the units of a {@link Scale}. */
public final class ScaledFunction extends BlockFunction {
    private final BlockFunction function;
    private final Scale scale;

    private ScaledFunction(BlockFunction function, Scale scale) {
        this.function = function;
        this.scale = scale;
    }

    /** Puts the function of every thread into some units. */
    public static Supplier<BlockFunction> of(Supplier<BlockFunction> function, Scale scale) {
        return scale.isOne() ? function : () -> of(function.get(), scale);
    }

    /** A function in some units. Control variates of the user's have the same as f. */
    public static BlockFunction of(BlockFunction function, Scale scale) {
        return function instanceof ControlledFunction controlled ? controlled.in(scale) : new ScaledFunction(function, scale);
    }

    @Override
    public void evaluate(double[][] x, int n, long first, double[] f, Check check) {
        function.evaluate(x, n, first, f, check);
        multiply(f, n, scale.function());
        double[][] direct = function.direct();
        for (int p = 0; direct != null && p < direct.length; p++) {
            multiply(direct[p], n, scale.function() + scale.score(p));
        }
    }

    private void multiply(double[] values, int n, int unit) {
        divide(values, n, unit, scale, 0);
    }

    /** Divides values by 2^unit; demands a larger unit of f where one that is finite becomes infinite. */
    public static void divide(double[] values, int n, int unit, Scale scale, int output) {
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
}
