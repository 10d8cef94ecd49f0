package io.github.scorelane.engine.run;

import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.engine.unit.Magnitude;
import io.github.scorelane.engine.unit.OutOfRange;
import io.github.scorelane.engine.unit.Scale;
import java.util.function.Function;

/**
 * Works a problem in the units that it needs. Nobody knows them before some samples are drawn: a run begins in the units that its
 * problem has, and ends with {@link OutOfRange}, which names others, where squares of f or of the scores are no numbers.
 */
public final class Units {
    private Units() {}

    /**
     * Works a problem, again in other units where it finds that it needs them.
     *
     * @param problem what to estimate
     * @param run works a problem
     * @return what it found, without units
     */
    public static Outcome found(Problem problem, Function<Problem, Outcome> run) {
        Scale scale = problem.scale();
        while (true) {
            try {
                return run.apply(problem.in(scale)).restored(scale);
            } catch (OutOfRange e) {
                scale = e.scale();
            }
        }
    }

    /**
     * Demands a smaller unit where the squares of all φ together are no number, and φ is not 0, but was in the first block. A
     * baseline of the user's own may leave values of any magnitude, of which nothing is demanded.
     *
     * @param squares Σφ² of all samples
     * @param ofSum the largest |Σφ|, which tells the magnitude of φ where its squares do not
     * @param problem which the sums belong to
     */
    static void requireSquares(double squares, double ofSum, Problem problem) {
        if (problem.formula().isToldByFunction()) {
            Magnitude.requireSquares(squares, Math.max(ofSum, problem.formula().magnitude()), problem.scale());
        }
    }
}
