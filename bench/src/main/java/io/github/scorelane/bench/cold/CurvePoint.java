package io.github.scorelane.bench.cold;

import java.util.ArrayList;
import java.util.List;

/**
 * A moment of the series that stands for its scenario, which is the pair of the middle regret. Times are in seconds since the
 * first use.
 *
 * @param scenario the work that was done
 * @param runs vectors or the twins
 * @param samples done so far
 * @param wall time on the wall
 * @param cpu processor time of the whole process
 * @param work processor time of the threads that make estimates
 */
public record CurvePoint(Scenario scenario, Runs runs, double samples, double wall, double cpu, double work) {
    /** The least part of the time that lies between two points. */
    private static final double APART = 1.06;

    /** The points of a series, fewer than it has. */
    static List<CurvePoint> of(Scenario scenario, Runs runs, Series series) {
        List<CurvePoint> points = new ArrayList<>();
        double last = 0;
        for (int i = 1; i < series.samples().length; i++) {
            if (series.wall()[i] >= APART * last && series.samples()[i] > series.samples()[i - 1]) {
                last = series.wall()[i];
                points.add(new CurvePoint(scenario, runs, series.samples()[i], last * 1e-9, series.cpu()[i] * 1e-9,
                        series.work()[i] * 1e-9));
            }
        }
        return points;
    }
}
