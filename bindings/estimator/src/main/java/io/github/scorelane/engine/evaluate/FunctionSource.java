package io.github.scorelane.engine.evaluate;

import java.io.Serializable;

/**
 * Makes a function for each thread, so that threads share no arrays. A source travels with a task to other machines, where that is
 * wanted: what it holds has to be serialisable then, and the user's f is.
 */
@FunctionalInterface
public interface FunctionSource extends Serializable {
    /** Makes a function that belongs to the calling thread. */
    BlockFunction get();
}
