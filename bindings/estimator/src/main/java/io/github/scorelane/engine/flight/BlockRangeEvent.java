package io.github.scorelane.engine.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** What the JDK's Flight Recorder is told of the blocks that a thread worked in one go. */
@Name("io.github.scorelane.BlockRange")
@Label("Block Range")
@Category("Scorelane")
@Description("Consecutive blocks of 1024 samples that one thread drew, evaluated, scored and summed; of Sobol's points and Latin"
        + " hypercubes, those of a replicate. The ranges of an estimate that is recorded hold each of its blocks once; of a"
        + " resumed one, block 0 and those after its checkpoint. There are none of a pilot that fixes the number of samples,"
        + " of rows, of a loop over blocks, and of more than 2048 coordinates.")
@StackTrace(false)
public final class BlockRangeEvent extends Event {
    @Label("Estimate")
    @Description("Number of the estimate, as in its own event")
    private long estimate;

    @Label("First Block")
    @Description("Index of the range's first block in its estimate; block 0 is always a range of its own, for it tells the"
            + " centre of all sums")
    private long firstBlock;

    @Label("Blocks")
    @Description("Number of blocks")
    private long blocks;

    @Label("Samples")
    @Description("Number of samples in these blocks")
    private long samples;

    private BlockRangeEvent() {}

    /** An event of a numbered estimate that has begun, or null if none is recorded. */
    static BlockRangeEvent begun(long number) {
        BlockRangeEvent event = new BlockRangeEvent();
        if (!event.isEnabled()) {
            return null;
        }
        event.estimate = number;
        event.begin();
        return event;
    }

    /** The range is worked. */
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
