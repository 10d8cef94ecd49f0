package io.github.scorelane.engine.sum;

import io.github.scorelane.engine.evaluate.BlockFunction;
import java.io.Serializable;

/** Makes the sink of each output of a problem, in one phase of a run. */
@FunctionalInterface
public interface SinkSource extends Serializable {
    /**
     * Makes a sink.
     *
     * @param problem the problem
     * @param output index of the output
     * @param scratch arrays of the thread, of which those of the output are its own
     * @param function the thread's function
     */
    SumSink sink(Problem problem, int output, Scratch scratch, BlockFunction function);
}
