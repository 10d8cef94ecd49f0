package io.github.scorelane.engine.control;

import io.github.scorelane.engine.evaluate.BlockFunction;
import io.github.scorelane.engine.evaluate.ColumnsFunction;
import io.github.scorelane.engine.evaluate.ScaledFunction;
import io.github.scorelane.engine.run.Problem;
import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.engine.unit.Scale;
import io.github.scorelane.function.BatchFunction;
import io.github.scorelane.function.EvaluationException;
import java.util.Arrays;
import java.util.List;

/** f − Σ(h − E[h]), with the user's control variates h. */
public final class ControlledFunction extends BlockFunction {
    private final BlockFunction function;
    private final List<KnownControl> controls;
    private final ColumnsFunction[] functions;
    /** h − E[h] of the last block. */
    private final double[][] centred;

    /**
     * Subtracts controls from a function.
     *
     * @param function f
     * @param controls the controls h
     */
    public ControlledFunction(BlockFunction function, List<KnownControl> controls) {
        this.function = function;
        this.controls = controls;
        functions = controls.stream().map(control -> new ColumnsFunction(control.function().get(), "the control variate"))
                .toArray(ColumnsFunction[]::new);
        centred = new double[functions.length][Problem.BLOCK];
    }

    /** This function in the units of a run, which its controls share. */
    public ControlledFunction in(Scale scale) {
        return new ControlledFunction(ScaledFunction.of(function, scale), controls.stream().map(control ->
                new KnownControl(() -> scaled(control.function().get(), scale), Math.scalb(control.mean(), -scale.function()),
                        control.gradient())).toList());
    }

    private static BatchFunction scaled(BatchFunction h, Scale scale) {
        return (x, n, values) -> {
            h.evaluate(x, n, values);
            ScaledFunction.divide(values, n, scale.function(), scale, 0);
        };
    }

    @Override
    public void evaluate(double[][] x, int n, long first, double[] f, Check check) {
        function.evaluate(x, n, first, f, check);
        for (int k = 0; k < centred.length; k++) {
            double[] h = centred[k];
            Arrays.fill(h, 0, n, Double.NaN);
            functions[k].evaluate(x, n, first, h, check);
            requireFinite(h, x, n, first);
            subtract(h, controls.get(k).mean(), f, n);
        }
    }

    @Override
    public void keepControls(double[][] rows, int n) {
        for (int k = 0; k < centred.length && rows.length > 0; k++) {
            System.arraycopy(centred[k], 0, rows[k], 0, n);
        }
    }

    @Override
    public double[][] direct() {
        return function.direct();
    }

    private static void subtract(double[] h, double mean, double[] f, int n) {
        for (int s = 0; s < n; s++) {
            h[s] -= mean;
        }
        for (int s = 0; s < n; s++) {
            f[s] -= h[s];
        }
    }

    private static void requireFinite(double[] h, double[][] x, int n, long first) {
        for (int s = 0; s < n; s++) {
            if (!Double.isFinite(h[s])) {
                throw new EvaluationException("the control variate is " + h[s], first + s, point(x, s), null);
            }
        }
    }
}
