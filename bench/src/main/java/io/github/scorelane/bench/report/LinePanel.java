package io.github.scorelane.bench.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Lines in one frame; frames side by side are an SVG on an opaque background. */
public final class LinePanel {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 440;
    private static final Color CLEAR = new Color(0, 0, 0, 0);
    private static final BasicStroke NO_LINE = new BasicStroke(0, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);

    private final XYChart chart;

    /** Creates a frame without lines. */
    public LinePanel(String title, String xTitle, String yTitle, boolean isXLogarithmic, boolean isYLogarithmic) {
        chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).xAxisTitle(xTitle).yAxisTitle(yTitle).build();
        XYStyler styler = chart.getStyler();
        styler.setLegendBackgroundColor(Color.WHITE);
        styler.setXAxisLogarithmic(isXLogarithmic);
        styler.setYAxisLogarithmic(isYLogarithmic);
        styler.setLegendPosition(Styler.LegendPosition.OutsideS);
        styler.setLegendLayout(Styler.LegendLayout.Horizontal);
        styler.setLegendBorderColor(Color.WHITE);
        PlotStyle.set(styler);
        styler.setMarkerSize(6);
    }

    /** Fixes the ends of the y axis. */
    public LinePanel yBetween(double least, double most) {
        chart.getStyler().setYAxisMin(least);
        chart.getStyler().setYAxisMax(most);
        return this;
    }

    /** Marks round numbers on the x axis: without a point off their grid, values at equal distances would mark it themselves. */
    public LinePanel markedRoundly(double x, double y) {
        chart.addSeries("off the grid", new double[] {x}, new double[] {y}).setMarker(SeriesMarkers.NONE)
                .setLineColor(CLEAR).setShowInLegend(false);
        return this;
    }

    /** Adds a line. */
    public LinePanel line(String name, Color colour, double[] x, double... y) {
        chart.addSeries(name, x, y).setMarker(SeriesMarkers.NONE).setLineColor(colour).setLineStyle(new BasicStroke(2));
        return this;
    }

    /** Adds every fifth point without a line between them, where a line would hide another one. */
    public LinePanel dots(String name, Color colour, double[] x, double... y) {
        int[] fifth = IntStream.range(0, x.length).filter(i -> i % 5 == 0).toArray();
        chart.addSeries(name, Arrays.stream(fifth).mapToDouble(i -> x[i]).toArray(),
                        Arrays.stream(fifth).mapToDouble(i -> y[i]).toArray())
                .setMarker(SeriesMarkers.CIRCLE).setMarkerColor(colour).setLineStyle(NO_LINE).setLineColor(CLEAR);
        return this;
    }

    /** Draws frames side by side. */
    public static String svg(LinePanel... panels) throws IOException {
        return Svg.of(WIDTH * panels.length, HEIGHT, graphics -> {
            for (LinePanel panel : panels) {
                panel.chart.paint(graphics, WIDTH, HEIGHT);
                graphics.translate(WIDTH, 0);
            }
        });
    }
}
