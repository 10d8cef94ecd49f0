package io.github.scorelane.engine.evaluate;

import java.io.Serializable;

/**
 * Makes a function for each thread, so that threads share no arrays. A source may travel with a task to other machines; all that it
 * holds then has to be serialisable, the user's f among it.
 */
@FunctionalInterface
public interface FunctionSource extends Serializable {
    /** Makes a function that belongs to the calling thread. */
    BlockFunction get();
}
