package io.github.scorelane.engine.control;

import io.github.scorelane.engine.baseline.Automatic;
import io.github.scorelane.engine.evaluate.OutputsFunction;
import io.github.scorelane.engine.run.Problem;
import io.github.scorelane.engine.surrogate.ProbedFunction;
import io.github.scorelane.engine.surrogate.Surrogate;
import io.github.scorelane.engine.surrogate.Surrogates;
import java.util.ArrayList;
import java.util.List;

/**
 * A function of several outputs, as it is asked at points that were not drawn. Outputs are asked at the same points in turn, so
 * that what the function gave there is kept for those that follow.
 */
public final class OutputProbes {
    private final ProbedFunction all;
    private final double[][] rows;
    private final List<double[][]> kept = new ArrayList<>();
    private int output;
    private int calls;

    private OutputProbes(OutputsFunction function, int outputs) {
        rows = new double[outputs][ProbedFunction.BLOCK];
        all = SurrogateFunction.probed(function.into(rows));
    }

    /** A surrogate of each output; null for an output that has none. */
    public static Surrogate[] surrogates(Problem problem, OutputsFunction function, int outputs) {
        Surrogate[] surrogates = new Surrogate[outputs];
        if (!(problem.formula() instanceof Automatic) || problem.samples() < Surrogates.MIN_SAMPLES
                || problem.parameters() > Surrogates.MAX_ROWS) {
            return surrogates;
        }
        OutputProbes probes = new OutputProbes(function, outputs);
        for (int o = 0; o < outputs; o++) {
            probes.output = o;
            probes.calls = 0;
            surrogates[o] = SurrogateSearch.find(problem, problem.samples(), probes::evaluate);
        }
        return surrogates;
    }

    private boolean evaluate(double[][] x, int n, double[] f) {
        if (calls == kept.size()) {
            double[][] values = all.evaluate(x, n, null) ? new double[rows.length][] : null;
            for (int o = 0; values != null && o < rows.length; o++) {
                values[o] = rows[o].clone();
            }
            kept.add(values);
        }
        double[][] values = kept.get(calls++);
        if (values == null) {
            return false;
        }
        System.arraycopy(values[output], 0, f, 0, n);
        return true;
    }
}
