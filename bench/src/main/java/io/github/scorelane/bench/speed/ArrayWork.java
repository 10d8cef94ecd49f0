package io.github.scorelane.bench.speed;

/**
 * Work on arrays of its own.
 *
 * @param run does it
 * @param result what it leaves
 */
public record ArrayWork(Runnable run, Object result) {}
