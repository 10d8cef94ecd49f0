package io.github.scorelane.engine;

import io.github.scorelane.EvaluationException;
import io.github.scorelane.distribution.ConditionalRows;
import io.github.scorelane.kernel.sum.RowSums;
import java.util.Arrays;

/**
 * A run of many rows, each with parameters of its own: in blocks of rows, a sample of each at a time. Rows know nothing of each
 * other, so that how they are cut alters no bit.
 */
public final class ConditionalRun {
    private static final int MAX_ROWS = 1024;
    private static final int MIN_ROWS = 64;
    /** Doubles that a thread works in, which are to stay in the inner caches. */
    private static final int NEAR = 1 << 14;
    private static final int BLOCKS_PER_THREAD = 8;

    private final ConditionalProblem problem;
    private final ConditionalOutcome outcome;
    private final int block;
    private final Crew crew = new Crew();

    /**
     * A run.
     *
     * @param problem what to estimate
     * @param outcome where to put it
     */
    public ConditionalRun(ConditionalProblem problem, ConditionalOutcome outcome) {
        this.problem = problem;
        this.outcome = outcome;
        int parameters = problem.parameters().length;
        int share = Math.ceilDiv(problem.rows(), BLOCKS_PER_THREAD * problem.threads().count());
        int near = NEAR / (8 * parameters + 8);
        block = Math.min(Math.clamp(near, 8, MAX_ROWS), Math.max(share, MIN_ROWS)) / 8 * 8;
    }

    /** Works it. */
    public void run() {
        crew.run(Math.ceilDiv(problem.rows(), block), problem.threads(), Worker::new);
    }

    /** One thread's way through a block of rows. */
    private final class Worker implements Crew.Worker {
        private final int count = problem.parameters().length;
        private final RowScratch scratch = RowScratch.take(count, Math.min(block, problem.rows()), outcome.hasErrors());
        private final double[][] parameters = scratch.parameters;
        private final double[][] scores = scratch.scores;
        private final double[] x = scratch.x;
        /** NaN but while a sample is worked: what f leaves unwritten must not pass for a value. */
        private final double[] f = scratch.f;
        private final double[] phi = scratch.phi;
        private final double[] constants = scratch.constants;
        private final double[] errors = scratch.errors;
        private final RowTotals totals = new RowTotals(problem.samples(), scratch.centre, scratch.sum, scratch.squares);
        private final RowScores[] sums = scratch.sums;
        private final Check check = new Check();
        private ConditionalRows distribution;
        private int first;
        private int rows;
        /** Units of the block's rows; null where none needs any. */
        private RowUnits units;

        Worker() {
            // A baseline that has no constants leaves them as they are.
            Arrays.fill(constants, 0.0);
        }

        @Override
        public void work(long index) {
            check.begin(crew, index);
            first = (int) (index * block);
            rows = Math.min(block, problem.rows() - first);
            for (int p = 0; p < count; p++) {
                System.arraycopy(problem.parameters()[p], first, parameters[p], 0, rows);
            }
            distribution = problem.distribution().rows(parameters, 0, rows);
            units = null;
            EvaluationException ofBaseline = prepare();
            sum();
            if (!totals.areFinite(rows)) {
                throwFirstFailure();
            }
            if (!RowUnits.areInRange(totals, sums, constants, rows)) {
                findUnits();
                sum();
            }
            if (ofBaseline != null) {
                throw ofBaseline;
            }
            finish();
        }

        @Override
        public void done() {
            scratch.giveBack();
        }

        /** Where the baseline fails, f may fail too, at a row before. */
        private EvaluationException prepare() {
            try {
                problem.formula().prepare(first, rows, constants);
                return null;
            } catch (EvaluationException e) {
                rows = (int) (e.row() - first);
                return e;
            }
        }

        private void sum() {
            totals.clear(rows);
            for (RowScores ofParameter : sums) {
                ofParameter.clear(rows);
            }
            Arrays.fill(f, Double.NaN);
            for (int k = 0; k < problem.samples() && rows > 0; k++) {
                add(k);
            }
        }

        /** Looks at all values and scores again, and chooses units for the rows that need them. */
        private void findUnits() {
            RowUnits found = new RowUnits(count, rows);
            found.seeFunction(constants);
            for (int k = 0; k < problem.samples(); k++) {
                draw(k);
                problem.function().evaluate(x, first, rows, k, f, check);
                found.seeFunction(f);
                distribution.gradLogPdf(x, scores);
                for (int p = 0; p < count; p++) {
                    found.seeScores(p, scores[p]);
                }
            }
            found.choose();
            found.divideFunction(constants);
            units = found;
        }

        private void add(int k) {
            draw(k);
            try {
                problem.function().evaluate(x, first, rows, k, f, check);
            } catch (EvaluationException e) {
                throwFirstFailure();
                throw e;
            }
            if (units != null) {
                units.divideFunction(f);
            }
            if (k == 0) {
                System.arraycopy(f, 0, totals.centre(), 0, rows);
            }
            RowSums.centre(f, totals.centre(), phi, totals.f(), totals.ff(), rows);
            distribution.gradLogPdf(x, scores);
            for (int p = 0; p < count; p++) {
                if (units != null) {
                    units.divideScores(p, scores[p]);
                }
                sums[p].add(phi, scores[p], rows);
            }
        }

        private void draw(int k) {
            distribution.sample(problem.stream(k), first, x);
        }

        private void finish() {
            for (int p = 0; p < count; p++) {
                problem.formula().gradient(totals, sums[p], constants, rows, phi);
                if (outcome.hasErrors()) {
                    problem.formula().errors(totals, sums[p], constants, phi, rows, errors);
                    if (units != null) {
                        units.restoreErrors(p, errors);
                    }
                    System.arraycopy(errors, 0, outcome.standardError()[p], first, rows);
                }
                if (units != null) {
                    units.restoreGradient(p, phi);
                }
                System.arraycopy(phi, 0, outcome.gradient()[p], first, rows);
            }
            if (outcome.hasErrors()) {
                totals.values(rows, phi);
                totals.valueErrors(rows, errors);
                if (units != null) {
                    units.restoreValues(phi, errors);
                }
                System.arraycopy(phi, 0, outcome.value(), first, rows);
                System.arraycopy(errors, 0, outcome.valueStandardError(), first, rows);
            }
        }

        /**
         * Throws the first failure by row, and of the row by sample: f is evaluated again, at those rows that stand before the
         * first that is known to fail. Returns if none does, and only sums have overflowed.
         */
        private void throwFirstFailure() {
            EvaluationException failure = null;
            int n = rows;
            for (int k = 0; k < problem.samples() && n > 0; k++) {
                draw(k);
                Arrays.fill(f, 0, n, Double.NaN);
                try {
                    problem.function().evaluate(x, first, n, k, f, check);
                    RowsFunction.requireFinite(f, x, first, n, k);
                } catch (EvaluationException e) {
                    failure = e;
                    n = (int) (e.row() - first);
                }
            }
            if (failure != null) {
                throw failure;
            }
        }
    }
}
