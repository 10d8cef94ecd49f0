package io.github.scorelane.engine.control;

import io.github.scorelane.engine.evaluate.BlockFunction;
import io.github.scorelane.engine.evaluate.ColumnsFunction;
import io.github.scorelane.engine.evaluate.OneValue;
import io.github.scorelane.engine.evaluate.ScaledFunction;
import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.engine.unit.Scale;
import io.github.scorelane.function.BatchFunction;
import io.github.scorelane.function.EvaluationException;
import java.util.Arrays;
import java.util.List;

/**
 * The function f − Σ(h − E[h]), with the user's control variates h. It keeps h − E[h] for the sums of controls, so
 * that h is evaluated once for each sample.
 */
public final class ControlledFunction extends BlockFunction {
    private final BlockFunction function;
    private final List<KnownControl> controls;
    private final ColumnsFunction[] functions;
    /** The arrays of h − E[h] at the samples of the last block. */
    private final double[][] centred;
    private final double[][][] outputs;

    /**
     * Subtracts control variates from a function.
     *
     * @param function one thread's f
     * @param controls the control variates h
     * @param block the most samples of a block
     */
    public ControlledFunction(BlockFunction function, List<KnownControl> controls, int block) {
        this.function = function;
        this.controls = controls;
        functions = controls.stream().map(control -> ColumnsFunction.of(control.function().get(), "the control variate"))
                .toArray(ColumnsFunction[]::new);
        centred = new double[functions.length][block];
        outputs = new double[functions.length][][];
        Arrays.setAll(outputs, k -> new double[][] {centred[k]});
    }

    @Override
    public ControlledFunction in(Scale... scales) {
        Scale scale = scales[0];
        return new ControlledFunction(function.in(scale), controls.stream().map(control ->
                new KnownControl(() -> scaled(control.function().get(), scale), Math.scalb(control.mean(), -scale.function()),
                        control.gradient())).toList(), centred[0].length);
    }

    private static BatchFunction scaled(BatchFunction h, Scale scale) {
        return (x, n, values) -> {
            h.evaluate(x, n, values);
            ScaledFunction.divide(values, n, scale.function(), scale, 0);
        };
    }

    @Override
    public void evaluate(double[][] x, int n, long first, double[][] f, Check check) {
        function.evaluate(x, n, first, f, check);
        for (int k = 0; k < centred.length; k++) {
            double[] h = centred[k];
            Arrays.fill(h, 0, n, Double.NaN);
            functions[k].evaluate(x, n, first, outputs[k], check);
            requireFinite(h, x, n, first);
            subtract(h, controls.get(k).mean(), f[0], n);
        }
    }

    @Override
    public double[][] controls() {
        return centred;
    }

    @Override
    public double[][] direct() {
        return function.direct();
    }

    @Override
    public OneValue[] seen() {
        return function.seen();
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
