package io.github.scorelane.engine;

/** Whether this JVM has the JDK's Flight Recorder: where it has not, no class of an event may be loaded. */
public final class FlightRecorder {
    /** True if the module jdk.jfr is there. */
    public static final boolean PRESENT = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    private FlightRecorder() {}
}
