package io.github.scorelane.bench.turns;

/**
 * The measurements of one contender in one JVM.
 *
 * @param contender the contender's name
 * @param clock the clock that took the time
 * @param vectors the vectors that Scorelane had, in words
 * @param slices the contender's beside Scorelane's
 */
public record ForkResult(String contender, Clock clock, String vectors, Slices slices) {
}
