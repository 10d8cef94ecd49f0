package io.github.scorelane.bench.scaling;

import java.util.List;
import java.util.Map;

/**
 * All that was measured along the axes.
 *
 * @param machine it was measured on, in lines of a name and a value
 * @param points in the order of the axes and their values
 */
public record ScalingMeasurements(Map<String, String> machine, List<ScalingPoint> points) {
    /** The points of one axis. */
    public List<ScalingPoint> along(Axis axis) {
        return points.stream().filter(point -> point.axis() == axis).toList();
    }
}
