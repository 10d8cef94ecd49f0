package io.github.scorelane.engine.flight;

import jdk.jfr.FlightRecorder;

/**
 * Gate to the events for the JDK's Flight Recorder: everything else in the library asks here before it touches the class of an
 * event. Those classes must not be loaded before the recorder runs. A run-time image may lack the module jdk.jfr; and where it has
 * the module, loading the first event class starts the recorder's own machinery, which more than doubles the time of a JVM's
 * first estimate.
 */
public final class Flight {
    private static final boolean MODULE = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    private Flight() {}

    /**
     * Tells whether the Flight Recorder was started in this JVM. The answer must not be kept, because a recording can begin at any
     * moment.
     *
     * @return true if it was started
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
