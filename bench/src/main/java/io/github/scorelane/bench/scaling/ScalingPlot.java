package io.github.scorelane.bench.scaling;

import io.github.scorelane.bench.report.PlotStyle;
import io.github.scorelane.bench.report.Svg;
import java.awt.BasicStroke;
import java.io.IOException;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The plot of the time by draw along one axis. */
final class ScalingPlot {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;

    private ScalingPlot() {}

    static String svg(Axis axis, ScalingMeasurements measured) throws IOException {
        List<ScalingMeasurements.Point> points = measured.along(axis);
        XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT)
                .title("Time of an estimate, " + axis.setting() + " (" + measured.madeOn().cpu() + ")")
                .xAxisTitle(axis.title() + (axis == Axis.THREADS ? "" : " (log scale)"))
                .yAxisTitle("ns per draw").build();
        style(chart.getStyler(), axis);
        chart.addSeries("ns per draw", points.stream().mapToDouble(ScalingMeasurements.Point::value).toArray(),
                        points.stream().mapToDouble(ScalingMeasurements.Point::nanosecondsPerDraw).toArray())
                .setMarker(SeriesMarkers.CIRCLE).setMarkerColor(PlotStyle.BLUE).setLineColor(PlotStyle.BLUE)
                .setLineStyle(new BasicStroke(2));
        return Svg.of(WIDTH, HEIGHT, graphics -> chart.paint(graphics, WIDTH, HEIGHT));
    }

    private static void style(XYStyler styler, Axis axis) {
        PlotStyle.set(styler);
        styler.setXAxisLogarithmic(axis != Axis.THREADS);
        styler.setYAxisMin(0.0);
        styler.setLegendVisible(false);
        styler.setMarkerSize(8);
    }
}
