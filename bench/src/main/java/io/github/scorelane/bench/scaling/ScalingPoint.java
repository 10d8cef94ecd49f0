package io.github.scorelane.bench.scaling;

/**
 * How long an estimate takes at one value of an axis.
 *
 * @param axis what grows
 * @param value how large it is
 * @param samples of the estimate
 * @param seconds that one takes: the median of the repetitions
 * @param repetitions how many were timed
 * @param nanosecondsPerDraw seconds by the number of its draws
 */
public record ScalingPoint(Axis axis, long value, long samples, double seconds, int repetitions, double nanosecondsPerDraw) {}
