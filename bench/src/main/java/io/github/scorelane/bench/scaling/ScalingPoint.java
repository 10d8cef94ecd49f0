package io.github.scorelane.bench.scaling;

/**
 * The time of an estimate at one value of an axis.
 *
 * @param axis the axis along which it grows
 * @param value the value on the axis
 * @param samples the estimate's number of samples
 * @param seconds the time of an estimate: the median of the repetitions
 * @param repetitions the number of estimates that were timed
 * @param nanosecondsPerDraw the time over the number of its draws
 */
public record ScalingPoint(Axis axis, long value, long samples, double seconds, int repetitions, double nanosecondsPerDraw) {}
