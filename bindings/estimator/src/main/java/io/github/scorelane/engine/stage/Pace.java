package io.github.scorelane.engine.stage;

/**
 * How many blocks are worked in one go where a clock has to be looked at between them: as many as will take the time that there
 * is, by what the last ones took. The bits do not depend on it.
 */
final class Pace {
    /** Between reports, if they take no time themselves; else a hundred times what they take. */
    private static final double SECONDS = 1;
    private static final double REPORTS = 100;
    private static final double NANO = 1e-9;
    private static final int GROWTH = 4;

    private final long begun = System.nanoTime();
    private final double limit;
    private final boolean reporting;
    private final int threads;
    private double interval = SECONDS;
    private double reported;
    private double stageBegun;
    private long stage;
    private double perBlock;

    /** A run that has begun. */
    Pace(Goal goal, boolean reporting, int threads) {
        limit = goal.isTimed() ? goal.nanoseconds() * NANO : Double.POSITIVE_INFINITY;
        this.reporting = reporting;
        this.threads = threads;
    }

    /** Seconds since the run began. */
    double elapsed() {
        return (System.nanoTime() - begun) * NANO;
    }

    /** Seconds of the budget that are left. */
    double left() {
        return limit - elapsed();
    }

    /** Whether it is time for a report. */
    boolean isDue() {
        return reporting && elapsed() - reported >= interval;
    }

    /** A report was made, that began then. */
    void reported(double since) {
        reported = elapsed();
        interval = Math.max(SECONDS, REPORTS * (reported - since));
    }

    /** The blocks to work next, of so many. */
    long next(long most) {
        if (!reporting && limit == Double.POSITIVE_INFINITY) {
            return most;
        }
        // Half of what is left of a budget: the next ones may take longer than the last.
        double seconds = Math.min(left() / 2, reporting ? reported + interval - elapsed() : Double.POSITIVE_INFINITY);
        long wanted = stage == 0 ? 1 : (long) Math.min(seconds / perBlock, (double) GROWTH * Math.max(stage, threads));
        stage = Math.min(most, Math.max(wanted, stage == 0 ? 1 : threads));
        stageBegun = elapsed();
        return stage;
    }

    /** They are worked. */
    void worked() {
        perBlock = (elapsed() - stageBegun) / Math.max(1, stage);
    }
}
