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
public record ScalingMeasurements(Map<String, String> machine, List<ScalingPoint> points) implements Measured {
    List<ScalingPoint> along(Axis axis) {
        return points.stream().filter(point -> point.axis() == axis).toList();
    }
}
