package io.github.scorelane.engine.stage;

/** Is told how a run stands, in the thread that called for it, between its blocks. */
public interface Reporter {
    /**
     * Takes note.
     *
     * @param standing how the run stands; its state can be asked for during the call
     * @return whether the run is to end here
     */
    boolean report(RunProgress standing);
}
