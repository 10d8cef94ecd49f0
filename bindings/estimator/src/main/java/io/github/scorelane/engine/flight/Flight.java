package io.github.scorelane.engine.flight;

import jdk.jfr.FlightRecorder;

/**
 * Whether to make events for the JDK's Flight Recorder. Their classes are not to be touched before it runs: a run-time image may
 * be without the module jdk.jfr, and where it has it, the first class of an event that is loaded starts the recorder's own
 * machinery, which more than doubles the time of a JVM's first estimate.
 */
public final class Flight {
    private static final boolean MODULE = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    private Flight() {}

    /**
     * To be asked each time: a recording can begin at any moment.
     *
     * @return true if the Flight Recorder was started in this JVM
     */
    public static boolean isRecorded() {
        return MODULE && FlightRecorder.isInitialized();
    }

    /**
     * Begins the event of a range of blocks.
     *
     * @param estimate the estimate's number in the recording; 0 where it is not recorded
     * @return the event, or null where nothing records it
     */
    public static BlockRangeEvent range(long estimate) {
        return estimate == 0 ? null : BlockRangeEvent.begun(estimate);
    }
}
