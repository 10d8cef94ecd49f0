package io.github.scorelane.bench.speed;

/**
 * A piece of work on arrays of its own.
 *
 * @param run the work itself
 * @param result the arrays that it fills
 */
public record ArrayWork(Runnable run, Object result) {}
