package io.github.scorelane;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * An estimated Jacobian, ∂E[f_o(x)]/∂θ_p of several functions f_o, of the same samples: for each an {@link Estimate} to the same
 * bits as if it had been estimated alone with this seed. Immutable.
 *
 * {@snippet :
 * // The mean and the second moment at once
 * JacobianEstimate estimate = ScoreFunctionEstimator.of(Normal.of(0.7, 1.3)).seed(42)
 *         .jacobian(2, x -> new double[] {x[0], x[0] * x[0]});
 * estimate.jacobian()[1][0];              // ∂E[x²]/∂mean = 1.4, nearly
 * estimate.output(1).standardError()[0];  // how nearly
 * }
 */
public final class JacobianEstimate {
    private final List<Estimate> outputs;
    private final Duration elapsed;

    JacobianEstimate(List<Estimate> outputs, Duration elapsed) {
        this.outputs = outputs;
        this.elapsed = elapsed;
    }

    /**
     * Returns the number of functions.
     *
     * @return the number of rows
     */
    public int outputs() {
        return outputs.size();
    }

    /**
     * Returns the gradient of one function's expectation, with its errors and all else that is known of it.
     *
     * @param output which, from 0
     * @return its estimate
     * @throws IllegalArgumentException if it is out of range
     */
    public Estimate output(int output) {
        if (output < 0 || output >= outputs.size()) {
            throw new IllegalArgumentException("output is not between 0 and " + (outputs.size() - 1) + ": " + output);
        }
        return outputs.get(output);
    }

    /**
     * Returns the Jacobian.
     *
     * @return a new matrix: a row for each output, a column for each parameter in the order of {@link #parameterNames()}
     */
    public double[][] jacobian() {
        return outputs.stream().map(Estimate::gradient).toArray(double[][]::new);
    }

    /**
     * Returns the standard error of each element of the Jacobian; NaN where an output's {@link Estimate#notes()} say why.
     *
     * @return a new matrix
     */
    public double[][] standardError() {
        return outputs.stream().map(Estimate::standardError).toArray(double[][]::new);
    }

    /**
     * Returns the estimates of E[f_o(x)].
     *
     * @return a new array with a value for each output
     */
    public double[] value() {
        return outputs.stream().mapToDouble(Estimate::value).toArray();
    }

    /**
     * Returns the standard error of each value; NaN for one sample.
     *
     * @return a new array
     */
    public double[] valueStandardError() {
        return outputs.stream().mapToDouble(Estimate::valueStandardError).toArray();
    }

    /**
     * Names the parameters that the columns of the Jacobian are derivatives by.
     *
     * @return the names of the parameters
     */
    public List<String> parameterNames() {
        return outputs.getFirst().parameterNames();
    }

    /**
     * Returns the number of samples that were drawn.
     *
     * @return n
     */
    public long samples() {
        return outputs.getFirst().samples();
    }

    /**
     * Returns the seed: the same one gives the same estimate.
     *
     * @return the user's seed, or the fresh one that was taken
     */
    public long seed() {
        return outputs.getFirst().seed();
    }

    /**
     * Returns the time that the run took, for all outputs together.
     *
     * @return wall time
     */
    public Duration elapsed() {
        return elapsed;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int o = 0; o < outputs.size(); o++) {
            text.append(String.format(Locale.ROOT, "output %d: ", o)).append(outputs.get(o));
        }
        return text.toString();
    }
}
