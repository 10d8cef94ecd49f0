package io.github.scorelane.bench.report;

import io.github.scorelane.bench.scaling.Axis;
import io.github.scorelane.bench.scaling.ScalingPoint;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Time by draw along one axis, as SVG on an opaque background. */
final class ScalingPlot {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;
    private static final Color BLUE = new Color(0x0072b2);

    private ScalingPlot() {}

    static String svg(Axis axis, ScalingResults results) throws IOException {
        List<ScalingPoint> points = results.measurements().along(axis);
        XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT)
                .title("Time of an estimate, " + axis.setting() + " (" + results.machine().cpu() + ")")
                .xAxisTitle(axis.title() + (axis == Axis.THREADS ? "" : " (log scale)"))
                .yAxisTitle("ns per draw").build();
        style(chart.getStyler(), axis);
        chart.addSeries("ns per draw", points.stream().mapToDouble(ScalingPoint::value).toArray(),
                        points.stream().mapToDouble(ScalingPoint::nanosecondsPerDraw).toArray())
                .setMarker(SeriesMarkers.CIRCLE).setMarkerColor(BLUE).setLineColor(BLUE).setLineStyle(new BasicStroke(2));
        return Svg.of(WIDTH, HEIGHT, graphics -> {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, WIDTH, HEIGHT);
            chart.paint(graphics, WIDTH, HEIGHT);
        });
    }

    private static void style(XYStyler styler, Axis axis) {
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setXAxisLogarithmic(axis != Axis.THREADS);
        styler.setYAxisMin(0.0);
        styler.setLegendVisible(false);
        styler.setPlotGridLinesStroke(new BasicStroke(0.5f)); // a dashed one is thousands of little paths
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        styler.setMarkerSize(8);
    }
}
