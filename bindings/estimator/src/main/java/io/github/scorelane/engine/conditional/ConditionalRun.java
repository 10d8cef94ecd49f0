package io.github.scorelane.engine.conditional;

import io.github.scorelane.distribution.ConditionalRows;
import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.engine.thread.Crew;
import io.github.scorelane.function.EvaluationException;
import io.github.scorelane.kernel.sum.RowSums;
import java.util.Arrays;

/**
 * Run of a batch of cases, each with parameters of its own. It works block by block of cases: it draws one sample of each case of
 * the block, evaluates f and the scores there, adds them to the sums, and goes on to the next sample. A case depends on no other,
 * so that the size of the blocks and the number of threads alter no bit.
 */
public final class ConditionalRun {
    private static final int MAX_CASES = 1024;
    private static final int MIN_CASES = 64;
    /** Number of doubles that a thread should work in, which then stay in the inner caches (128 KB). */
    private static final int NEAR = 1 << 14;
    private static final int BLOCKS_PER_THREAD = 8;

    private final ConditionalProblem problem;
    private final ConditionalOutcome outcome;
    private final int block;
    private final Crew crew = new Crew();

    /**
     * Creates a run.
     *
     * @param problem the batch
     * @param outcome the arrays for the results
     */
    public ConditionalRun(ConditionalProblem problem, ConditionalOutcome outcome) {
        this.problem = problem;
        this.outcome = outcome;
        // A case has 8 numbers for each parameter in the arrays of a thread and 8 more.
        int parameters = problem.parameters().length;
        int share = Math.ceilDiv(problem.cases(), BLOCKS_PER_THREAD * problem.threads().count());
        int near = NEAR / (8 * parameters + 8);
        block = Math.min(Math.clamp(near, 8, MAX_CASES), Math.max(share, MIN_CASES)) / 8 * 8;
    }

    /** Works all cases, and returns when the outcome is filled. */
    public void run() {
        crew.run(Math.ceilDiv(problem.cases(), block), problem.threads(), Worker::new);
    }

    /** Worker of one thread, whose task is a block of cases. */
    private final class Worker implements Crew.Worker {
        private final int count = problem.parameters().length;
        private final ConditionalScratch scratch =
                ConditionalScratch.take(count, Math.min(block, problem.cases()), outcome.hasErrors());
        private final double[][] parameters = scratch.parameters;
        private final double[][] scores = scratch.scores;
        private final double[] x = scratch.x;
        /** Values of f, NaN before the block's first sample: a place that f leaves unwritten must not pass for a value. */
        private final double[] f = scratch.f;
        private final double[] phi = scratch.phi;
        private final double[] constants = scratch.constants;
        private final double[] errors = scratch.errors;
        private final ConditionalTotals totals =
                new ConditionalTotals(problem.samples(), scratch.centre, scratch.sum, scratch.squares);
        private final ConditionalScores[] sums = scratch.sums;
        private final Check check = new Check();
        private ConditionalRows distribution;
        private int first;
        private int cases;
        /** Units of the block's cases; null where no case needs any. */
        private ConditionalUnits units;

        Worker() {
            // A baseline that has no constants leaves them as they are, and other runs have left numbers there.
            Arrays.fill(constants, 0.0);
        }

        @Override
        public void work(long index) {
            check.begin(crew, index);
            first = (int) (index * block);
            cases = Math.min(block, problem.cases() - first);
            for (int p = 0; p < count; p++) {
                System.arraycopy(problem.parameters()[p], first, parameters[p], 0, cases);
            }
            distribution = problem.distribution().rows(parameters, 0, cases);
            units = null;
            EvaluationException ofBaseline = prepare();
            sum();
            if (!totals.areFinite(cases)) {
                throwFirstFailure();
            }
            if (!ConditionalUnits.areInRange(totals, sums, constants, cases)) {
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

        /**
         * Prepares the baseline. Where it fails at a case, the failure is returned and not thrown, and the block ends before that
         * case: f may fail at an earlier case, and the first failure by case is the one to report.
         */
        private EvaluationException prepare() {
            try {
                problem.formula().prepare(first, cases, constants);
                return null;
            } catch (EvaluationException e) {
                cases = (int) (e.row() - first);
                return e;
            }
        }

        /** Sums all samples of the block's cases, from the start. */
        private void sum() {
            totals.clear(cases);
            for (ConditionalScores ofParameter : sums) {
                ofParameter.clear(cases);
            }
            Arrays.fill(f, Double.NaN);
            for (int k = 0; k < problem.samples() && cases > 0; k++) {
                add(k);
            }
        }

        /** Evaluates f and the scores at all samples again, and chooses units for the cases that need them. */
        private void findUnits() {
            ConditionalUnits found = new ConditionalUnits(count, cases);
            found.seeFunction(constants);
            for (int k = 0; k < problem.samples(); k++) {
                draw(k);
                problem.function().evaluate(x, first, cases, k, f, check);
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

        /** Draws sample k of each case and adds it to the sums. */
        private void add(int k) {
            draw(k);
            try {
                problem.function().evaluate(x, first, cases, k, f, check);
            } catch (EvaluationException e) {
                throwFirstFailure();
                throw e;
            }
            if (units != null) {
                units.divideFunction(f);
            }
            if (k == 0) {
                System.arraycopy(f, 0, totals.centre(), 0, cases);
            }
            RowSums.centre(f, totals.centre(), phi, totals.f(), totals.ff(), cases);
            distribution.gradLogPdf(x, scores);
            for (int p = 0; p < count; p++) {
                if (units != null) {
                    units.divideScores(p, scores[p]);
                }
                sums[p].add(phi, scores[p], cases);
            }
        }

        /** Draws sample k of each case; the same numbers each time it is called. */
        private void draw(int k) {
            distribution.sample(problem.stream(k), first, x);
        }

        /** Makes the results of the sums, and writes them into the outcome. */
        private void finish() {
            for (int p = 0; p < count; p++) {
                problem.formula().gradient(totals, sums[p], constants, cases, phi);
                if (outcome.hasErrors()) {
                    if (problem.samples() < problem.formula().minSamplesForError()) {
                        Arrays.fill(errors, 0, cases, Double.NaN);
                    } else {
                        problem.formula().errors(totals, sums[p], constants, phi, cases, errors);
                    }
                    if (units != null) {
                        units.restoreErrors(p, errors);
                    }
                    System.arraycopy(errors, 0, outcome.standardError()[p], first, cases);
                }
                if (units != null) {
                    units.restoreGradient(p, phi);
                }
                System.arraycopy(phi, 0, outcome.gradient()[p], first, cases);
            }
            if (outcome.hasErrors()) {
                totals.values(cases, phi);
                totals.valueErrors(cases, errors);
                if (units != null) {
                    units.restoreValues(phi, errors);
                }
                System.arraycopy(phi, 0, outcome.value(), first, cases);
                System.arraycopy(errors, 0, outcome.valueStandardError(), first, cases);
            }
        }

        /**
         * Throws the first failure by case, and within the case by sample, so that the report does not depend on how samples are
         * worked. f is evaluated again, at those cases alone that stand before the first one that is known to fail. The method
         * returns if f fails nowhere, and only sums have overflowed.
         */
        private void throwFirstFailure() {
            EvaluationException failure = null;
            int n = cases;
            for (int k = 0; k < problem.samples() && n > 0; k++) {
                draw(k);
                Arrays.fill(f, 0, n, Double.NaN);
                try {
                    problem.function().evaluate(x, first, n, k, f, check);
                    ConditionalBlockFunction.requireFinite(f, x, first, n, k);
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
