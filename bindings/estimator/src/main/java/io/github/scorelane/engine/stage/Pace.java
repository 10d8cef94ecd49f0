package io.github.scorelane.engine.stage;

/**
 * Pace of a run in stages: it decides how many blocks are worked before the run looks at the clock again, from the time that the
 * last blocks took. The decision depends on the clock, and may therefore decide when a run ends, but never what a block adds to the
 * sums.
 */
final class Pace {
    /**
     * Seconds between two reports, or {@link #REPORTS} times what a report takes if that is longer, so that reports cost at most
     * 1%.
     */
    private static final double SECONDS = 1;
    private static final double REPORTS = 100;
    private static final double NANO = 1e-9;
    /** Most times that a stage is longer than the one before, whose time per block may have been untypical. */
    private static final int GROWTH = 4;

    private final long begun = System.nanoTime();
    private final double limit;
    private final boolean reporting;
    private final int threads;
    private double interval = SECONDS;
    /** Time of the last report, and of the begin of this stage, in seconds since the run began. */
    private double reported;
    private double stageBegun;
    /** Blocks of this stage, and the seconds that each block of the last one took. */
    private long stage;
    private double perBlock;

    /** Begins the pace of a run that begins now. */
    Pace(Goal goal, boolean reporting, int threads) {
        limit = goal.isTimed() ? goal.nanoseconds() * NANO : Double.POSITIVE_INFINITY;
        this.reporting = reporting;
        this.threads = threads;
    }

    /** Returns the seconds since the run began. */
    double elapsed() {
        return (System.nanoTime() - begun) * NANO;
    }

    /** Returns the seconds of the budget that are left: infinity where there is no budget, below 0 where it is exceeded. */
    double left() {
        return limit - elapsed();
    }

    /** Tells whether it is time for a report. */
    boolean isDue() {
        return reporting && elapsed() - reported >= interval;
    }

    /** Notes that a report was made, which began at the given time. */
    void reported(double since) {
        reported = elapsed();
        interval = Math.max(SECONDS, REPORTS * (reported - since));
    }

    /** Begins a stage, and returns the number of blocks to work in it, of at most so many that the run may work. */
    long next(long most) {
        if (!reporting && limit == Double.POSITIVE_INFINITY) {
            return most;
        }
        // Half of the budget that is left is planned for, because the next blocks may take longer than the last.
        double seconds = Math.min(left() / 2, reporting ? reported + interval - elapsed() : Double.POSITIVE_INFINITY);
        long wanted = stage == 0 ? 1 : (long) Math.min(seconds / perBlock, (double) GROWTH * Math.max(stage, threads));
        stage = Math.min(most, Math.max(wanted, stage == 0 ? 1 : threads));
        stageBegun = elapsed();
        return stage;
    }

    /** Ends the stage: its blocks are worked. */
    void worked() {
        perBlock = (elapsed() - stageBegun) / Math.max(1, stage);
    }
}
