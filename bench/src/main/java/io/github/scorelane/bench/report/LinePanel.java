package io.github.scorelane.bench.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Lines in one frame; frames side by side are an SVG on an opaque background. */
final class LinePanel {
    /** Told apart by those who do not see all colours, too (M. Okabe, K. Ito). */
    static final List<Color> COLOURS = List.of(new Color(0x767676), new Color(0xe69f00), new Color(0x0072b2), new Color(0xd55e00),
            new Color(0x009e73));
    private static final int WIDTH = 640;
    private static final int HEIGHT = 440;
    private static final Color CLEAR = new Color(0, 0, 0, 0);
    private static final BasicStroke NO_LINE = new BasicStroke(0, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);

    private final XYChart chart;

    LinePanel(String title, String xTitle, String yTitle, boolean isXLogarithmic, boolean isYLogarithmic) {
        chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).xAxisTitle(xTitle).yAxisTitle(yTitle).build();
        XYStyler styler = chart.getStyler();
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setLegendBackgroundColor(Color.WHITE);
        styler.setXAxisLogarithmic(isXLogarithmic);
        styler.setYAxisLogarithmic(isYLogarithmic);
        styler.setLegendPosition(Styler.LegendPosition.OutsideS);
        styler.setLegendLayout(Styler.LegendLayout.Horizontal);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setPlotGridLinesStroke(new BasicStroke(0.5f)); // a dashed one is thousands of little paths
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        styler.setMarkerSize(6);
    }

    LinePanel yBetween(double least, double most) {
        chart.getStyler().setYAxisMin(least);
        chart.getStyler().setYAxisMax(most);
        return this;
    }

    /** Round numbers on the x axis: without a point that is off their grid, values at equal distances mark it themselves. */
    LinePanel markedRoundly(double x, double y) {
        chart.addSeries("off the grid", new double[] {x}, new double[] {y}).setMarker(SeriesMarkers.NONE)
                .setLineColor(CLEAR).setShowInLegend(false);
        return this;
    }

    LinePanel line(String name, Color colour, double[] x, double... y) {
        chart.addSeries(name, x, y).setMarker(SeriesMarkers.NONE).setLineColor(colour).setLineStyle(new BasicStroke(2));
        return this;
    }

    /** Every fifth point, and no line: what would hide another line. */
    LinePanel dots(String name, Color colour, double[] x, double... y) {
        int[] fifth = IntStream.range(0, x.length).filter(i -> i % 5 == 0).toArray();
        chart.addSeries(name, Arrays.stream(fifth).mapToDouble(i -> x[i]).toArray(),
                        Arrays.stream(fifth).mapToDouble(i -> y[i]).toArray())
                .setMarker(SeriesMarkers.CIRCLE).setMarkerColor(colour).setLineStyle(NO_LINE).setLineColor(CLEAR);
        return this;
    }

    static String svg(LinePanel... panels) throws IOException {
        int width = WIDTH * panels.length;
        return Svg.of(width, HEIGHT, graphics -> {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, HEIGHT);
            for (LinePanel panel : panels) {
                panel.chart.paint(graphics, WIDTH, HEIGHT);
                graphics.translate(WIDTH, 0);
            }
        });
    }
}
