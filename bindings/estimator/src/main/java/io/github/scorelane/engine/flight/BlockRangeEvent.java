package io.github.scorelane.engine.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * Event for the JDK's Flight Recorder that says which consecutive blocks one thread worked in one go, when, and for how long. The
 * loops over blocks begin it and end it through {@link Flight}; it must not be loaded before the recorder runs.
 */
@Name("io.github.scorelane.BlockRange")
@Label("Block Range")
@Category("Scorelane")
@Description("Consecutive blocks of 1024 samples that one thread drew, evaluated, scored and summed; with Sobol's points and Latin"
        + " hypercubes, those of a replicate. The ranges of a recorded estimate hold each of its blocks once; those of a resumed"
        + " estimate hold block 0 and the blocks after its checkpoint. A pilot that fixes the number of samples has no ranges,"
        + " and neither has an estimate of rows, a loop over blocks, or an estimate with more than 2048 coordinates.")
@StackTrace(false)
public final class BlockRangeEvent extends Event {
    @Label("Estimate")
    @Description("Number of the estimate, as in its own event")
    private long estimate;

    @Label("First Block")
    @Description("Index of the range's first block in its estimate; block 0 is always a range of its own, because the centre of"
            + " all sums is known only after it")
    private long firstBlock;

    @Label("Blocks")
    @Description("Number of blocks")
    private long blocks;

    @Label("Samples")
    @Description("Number of samples in these blocks")
    private long samples;

    private BlockRangeEvent() {}

    /** Begins an event of the numbered estimate; returns null where no recording wants such events. */
    static BlockRangeEvent begun(long number) {
        BlockRangeEvent event = new BlockRangeEvent();
        if (!event.isEnabled()) {
            return null;
        }
        event.estimate = number;
        event.begin();
        return event;
    }

    /** Ends the event, once the range is worked, and hands it to the recorder. */
    public void commit(long first, long count, long samplesWorked) {
        end();
        if (shouldCommit()) {
            firstBlock = first;
            blocks = count;
            samples = samplesWorked;
            commit();
        }
    }
}
