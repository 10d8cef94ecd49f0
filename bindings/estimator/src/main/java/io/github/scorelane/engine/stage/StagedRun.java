package io.github.scorelane.engine.stage;

import io.github.scorelane.engine.draw.BlockSampler;
import io.github.scorelane.engine.evaluate.OneValue;
import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.engine.run.BlockRun;
import io.github.scorelane.engine.run.RunState;
import io.github.scorelane.engine.sum.BlockExecutor;
import io.github.scorelane.engine.sum.Problem;

/**
 * A {@link BlockRun} that is worked in stages. Between them it may end, for the errors that were found, for time, or because
 * someone asks for it; and someone may be told how it stands. The problem's samples are the most that it draws.
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
     * A run.
     *
     * @param problem what to estimate, by how many samples at most
     * @param goal what ends it before
     * @param from where it begins; or null for no samples yet
     * @param reporter who is told; or null
     * @param executor who works the blocks
     * @param threads number of threads, which decides how many blocks are worked between two looks at the clock
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
     * Finds by a run of its own, with other samples, how many samples it takes to meet a goal.
     *
     * @param problem the pilot's, with its own stream, and the budget of the other
     * @param goal which it is to tell of
     * @param executor who works the blocks
     * @param threads number of threads
     * @return the number of samples for the other run, and its own
     */
    public static long[] pilot(Problem problem, Goal goal, BlockExecutor executor, int threads) {
        StagedRun run = new StagedRun(problem.withSamples(Goal.pilotBudget(problem.samples())), goal.ofPilot(), null, null,
                executor, threads);
        Outcome outcome = run.run();
        return new long[] {goal.fixedByPilot(outcome, run.samples(), problem.samples()), run.samples()};
    }

    /**
     * Works it.
     *
     * @return what it found
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
     * How many samples it drew.
     *
     * @return n
     */
    public long samples() {
        return columns.samples();
    }

    /**
     * Why it drew no more.
     *
     * @return the reason, after the run
     */
    public StageEnd reason() {
        return reason;
    }

    /** What all blocks so far tell; null if nobody asks. */
    private Outcome look(long end) {
        boolean all = end == problem.units();
        boolean look = all || StoppingSchedule.isAt(end);
        boolean late = pace.left() <= 0;
        if (!look && !late && !pace.isDue()) {
            return null;
        }
        double begun = pace.elapsed();
        Outcome outcome = columns.outcomes().getFirst();
        if (look && goal.isMet(outcome)) {
            reason = StageEnd.GOAL;
        } else if (all) {
            reason = StageEnd.SAMPLES;
        } else if (late) {
            reason = StageEnd.TIME;
        }
        if (reporter != null) {
            if (reporter.report(standing(outcome)) && reason == null) {
                reason = StageEnd.REPORTER;
            }
            pace.reported(begun);
        }
        return outcome;
    }

    private RunProgress standing(Outcome outcome) {
        long n = columns.samples();
        double elapsed = pace.elapsed();
        double rate = (n - (from == null ? 0 : from.samples())) / elapsed;
        double left = 0;
        if (reason == null) {
            double needed = goal.needed(outcome, n);
            double last = needed < problem.samples() ? StoppingSchedule.atOrAfter((long) Math.max(n + 1, needed)) : problem.samples();
            last = Math.min(last, problem.samples());
            left = rate > 0 && last < StoppingSchedule.UNLIMITED ? (last - n) / rate : Double.NaN;
            left = goal.isTimed() && !(left <= pace.left()) ? Math.max(0, pace.left()) : left;
        }
        return new RunProgress(outcome, n, rate > 0 ? rate : Double.NaN, elapsed, left, reason, columns::state);
    }

    /** Of the blocks that may be worked without a look, the end. */
    private long nextEnd(long end) {
        long last = problem.units();
        long next = goal.hasError() || reporter != null ? Math.min(last, StoppingSchedule.after(end)) : last;
        // A block that the run cuts short stands alone: what was before it can then be told.
        boolean cut = next == last && problem.length(last - 1) < BlockSampler.BLOCK && end < last - 1;
        return cut && reporter != null ? last - 1 : next;
    }

    /** Returns a note whether f had more than one value, after the run. */
    public OneValue seen() {
        return columns.seen(0);
    }
}
