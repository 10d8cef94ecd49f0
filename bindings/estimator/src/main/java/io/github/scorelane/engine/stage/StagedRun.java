package io.github.scorelane.engine.stage;

import io.github.scorelane.engine.draw.BlockSampler;
import io.github.scorelane.engine.evaluate.OneValue;
import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.engine.run.BlockRun;
import io.github.scorelane.engine.run.RunState;
import io.github.scorelane.engine.sum.BlockExecutor;
import io.github.scorelane.engine.sum.Problem;

/**
 * A {@link BlockRun} that is worked in stages. Between two stages it may report its progress, and it may end: for its errors, for
 * time, or because the listener asks for it. The samples of the problem are the most that it draws.
 *
 * <p>It looks at the errors after fixed numbers of blocks alone, those of {@link StoppingSchedule}. So whether a run ends for its
 * errors depends on its samples, and not on the clock or the number of threads.
 */
public final class StagedRun {
    private final Problem problem;
    private final Goal goal;
    private final RunState from;
    private final Reporter reporter;
    private final BlockExecutor executor;
    private final int threads;
    private BlockRun columns;
    private Pace pace;
    private StageEnd reason;

    /**
     * Creates a run, which begins when {@link #run} is called.
     *
     * @param problem the problem, with the most samples
     * @param goal the goal at which the run ends before
     * @param from the state that another run reached, to go on from; null for a run from the start
     * @param reporter the listener; null where there is none
     */
    public StagedRun(Problem problem, Goal goal, RunState from, Reporter reporter, BlockExecutor executor, int threads) {
        this.problem = problem;
        this.goal = goal;
        this.from = from;
        this.reporter = reporter;
        this.executor = executor;
        this.threads = threads;
    }

    /**
     * Finds, by a pilot run, the number of samples that a goal takes. A run whose length depends on its own samples is slightly
     * biased; a number that other samples have fixed is not.
     *
     * @param problem the pilot's problem, with a stream of its own, and as its samples the budget of the run to come
     * @param goal the goal of the run to come
     * @return the number of samples for the run to come, and the number that the pilot drew
     */
    public static long[] pilot(Problem problem, Goal goal, BlockExecutor executor, int threads) {
        StagedRun run = new StagedRun(problem.withSamples(Goal.pilotBudget(problem.samples())), goal.ofPilot(), null, null,
                executor, threads);
        Outcome outcome = run.run();
        return new long[] {goal.fixedByPilot(outcome, run.samples(), problem.samples()), run.samples()};
    }

    /**
     * Works the run until it ends.
     *
     * @return its outcome
     */
    public Outcome run() {
        pace = new Pace(goal, reporter != null, threads);
        columns = from == null ? new BlockRun(problem, executor) : BlockRun.resumed(problem, from, executor);
        while (true) {
            long end = columns.end();
            Outcome outcome = end == 0 ? null : look(end);
            if (reason != null) {
                columns.done();
                return outcome;
            }
            columns.extendTo(end + pace.next(nextEnd(end) - end));
            pace.worked();
        }
    }

    /**
     * Returns the number of samples that were drawn.
     *
     * @return the number, those before a checkpoint included
     */
    public long samples() {
        return columns.samples();
    }

    /**
     * Returns the reason why the run ended.
     *
     * @return the reason; null before the run has ended
     */
    public StageEnd reason() {
        return reason;
    }

    /**
     * Makes the outcome of all blocks so far, reports it, and decides whether the run ends; returns null if nobody needs it now.
     */
    private Outcome look(long end) {
        boolean all = end == problem.units();
        boolean look = all || StoppingSchedule.isAt(end);
        boolean late = pace.left() <= 0;
        if (!look && !late && !pace.isDue()) {
            return null;
        }
        double begun = pace.elapsed();
        Outcome outcome = columns.outcomes()[0];
        if (look && goal.isMet(outcome)) {
            reason = StageEnd.GOAL;
        } else if (all) {
            reason = StageEnd.SAMPLES;
        } else if (late) {
            reason = StageEnd.TIME;
        }
        if (reporter != null) {
            if (reporter.report(progress(outcome)) && reason == null) {
                reason = StageEnd.REPORTER;
            }
            pace.reported(begun);
        }
        return outcome;
    }

    private RunProgress progress(Outcome outcome) {
        long n = columns.samples();
        double elapsed = pace.elapsed();
        double rate = (n - (from == null ? 0 : from.samples())) / elapsed;
        double left = 0;
        if (reason == null) {
            double needed = goal.needed(outcome, n);
            double last = needed < problem.samples() ? StoppingSchedule.atOrAfter((long) Math.max(n + 1, needed))
                    : problem.samples();
            last = Math.min(last, problem.samples());
            left = rate > 0 && last < StoppingSchedule.UNLIMITED ? (last - n) / rate : Double.NaN;
            left = goal.isTimed() && !(left <= pace.left()) ? Math.max(0, pace.left()) : left;
        }
        return new RunProgress(outcome, n, rate > 0 ? rate : Double.NaN, elapsed, left, reason, columns::state);
    }

    /** Returns the block up to which the run may work without a look at its errors. */
    private long nextEnd(long end) {
        long last = problem.units();
        long next = goal.hasError() || reporter != null ? Math.min(last, StoppingSchedule.after(end)) : last;
        // A last block that is shorter than others is worked by itself: a state can be told only after whole blocks.
        boolean cut = next == last && problem.length(last - 1) < BlockSampler.BLOCK && end < last - 1;
        return cut && reporter != null ? last - 1 : next;
    }

    /** Returns a note whether f had more than one value, after the run. */
    public OneValue seen() {
        return columns.seen(0);
    }
}
