package io.github.scorelane.bench.paired;

/**
 * What one JVM measured of a contender.
 *
 * @param contender its name
 * @param clock that took the time
 * @param vectors that Scorelane had
 * @param slices beside Scorelane's
 */
record ForkResult(String contender, Clock clock, String vectors, Slices slices) {
}
