package io.github.scorelane.bench.scaling;

import io.github.scorelane.bench.study.Measured;
import java.util.List;
import java.util.Map;

/**
 * The measurements along all axes.
 *
 * @param machine the machine, in lines of a name and a value
 * @param points the points, in the order of the axes and their values
 */
public record ScalingMeasurements(Map<String, String> machine, List<Point> points) implements Measured {
    List<Point> along(Axis axis) {
        return points.stream().filter(point -> point.axis() == axis).toList();
    }

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
    public record Point(Axis axis, long value, long samples, double seconds, int repetitions, double nanosecondsPerDraw) {}
}
