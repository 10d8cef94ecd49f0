package io.github.scorelane.engine.stage;

/** Listener that is told, between the stages of a run and in the thread that called for the run, how far the run has come. */
public interface Reporter {
    /**
     * Takes note of a run's progress.
     *
     * @param progress the progress of the run; its state can be asked for during this call only
     * @return true if the run is to end here
     */
    boolean report(RunProgress progress);
}
