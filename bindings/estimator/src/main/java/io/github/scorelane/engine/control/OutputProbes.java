package io.github.scorelane.engine.control;

import io.github.scorelane.engine.evaluate.BlockFunction;
import io.github.scorelane.engine.surrogate.ProbedFunction;
import io.github.scorelane.engine.surrogate.Surrogate;
import io.github.scorelane.engine.term.SampleModel;
import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.function.EvaluationException;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Evaluation of f at points that no run draws, for a search of surrogates. The search asks for one output after the other, at the
 * same points, so that values of the outputs that follow are kept from the first time.
 */
public final class OutputProbes {
    private final Check check = new Check();
    private final BlockFunction function;
    private final double[][] rows;
    private final List<double[][]> kept = new ArrayList<>();
    private int output;
    private int calls;

    private OutputProbes(BlockFunction function, int outputs) {
        this.function = function;
        rows = new double[outputs][ProbedFunction.BLOCK];
    }

    /**
     * Looks for a surrogate of each output.
     *
     * @param model the samples and the rows of terms
     * @param stream the stream of the run
     * @param samples number of samples for which a surrogate has to pay
     * @param function the function
     * @param outputs number of its outputs
     * @return a surrogate of each output; null for an output that has none that is better than a constant
     */
    public static Surrogate[] surrogates(SampleModel model, SplitStream stream, long samples, BlockFunction function, int outputs) {
        Surrogate[] surrogates = new Surrogate[outputs];
        OutputProbes probes = new OutputProbes(function, outputs);
        for (int o = 0; o < outputs; o++) {
            probes.output = o;
            probes.calls = 0;
            surrogates[o] = SurrogateSearch.find(model, stream, samples, outputs == 1 ? probes::evaluateOne : probes::evaluate);
        }
        return surrogates;
    }

    /** Evaluates a function of one output, whose values nobody asks for again. */
    private boolean evaluateOne(double[][] x, int n, double[] f) {
        rows[0] = f;
        return evaluate(x, n);
    }

    private boolean evaluate(double[][] x, int n, double[] f) {
        if (calls == kept.size()) {
            double[][] values = evaluate(x, n) ? new double[rows.length][] : null;
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

    private boolean evaluate(double[][] x, int n) {
        try {
            function.evaluate(x, n, 0, rows, check);
            return true;
        } catch (EvaluationException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            // A point that no sample has may lie where f is not defined.
            return false;
        }
    }
}
