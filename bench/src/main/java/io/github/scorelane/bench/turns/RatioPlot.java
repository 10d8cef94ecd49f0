package io.github.scorelane.bench.turns;

import io.github.scorelane.bench.report.PlotStyle;
import io.github.scorelane.bench.report.Svg;
import io.github.scorelane.bench.report.Text;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A plot of a row for each pair: the median of its ratios, on a line between their percentiles. */
public final class RatioPlot {
    private static final int HEIGHT_WITHOUT_ROWS = 100;
    private static final int HEIGHT_OF_A_ROW = 26;
    private static final int WIDTH_OF_CHART = 760;
    /** A reader's own font may be a little wider than the one that labels are measured in. */
    private static final double SLACK = 1.1;
    private static final int GAP = 10;

    private RatioPlot() {}

    /**
     * A line of the plot.
     *
     * @param label the words beside it
     * @param ratio the number of times that Scorelane is faster
     */
    public record Row(String label, Quantiles ratio) {}

    /** Draws rows from the top, under a title that says where they were measured. */
    public static String svg(String where, List<Row> fromTheTop) throws IOException {
        List<Row> rows = fromTheTop.reversed();
        int height = HEIGHT_WITHOUT_ROWS + HEIGHT_OF_A_ROW * (rows.size() + 1);
        int labels = widthOfLabels(rows);
        String svg = Svg.of(labels + WIDTH_OF_CHART, height, graphics -> {
            graphics.translate(labels, 0);
            XYChart chart = chart(where, rows, height);
            chart.paint(graphics, WIDTH_OF_CHART, height);
            label(graphics, chart, rows);
        });
        // Labels are text, which the library writes without its size, and which is to end at its place in any font.
        return svg.replaceFirst("<svg ", "<svg font-size=\"" + PlotStyle.FONT.getSize() + "px\" text-anchor=\"end\" ");
    }

    private static int widthOfLabels(List<Row> rows) {
        FontRenderContext context = new FontRenderContext(null, true, true);
        double widest = rows.stream().mapToDouble(row -> PlotStyle.FONT.getStringBounds(label(row), context).getWidth()).max()
                .orElse(0);
        return (int) Math.ceil(SLACK * widest) + 2 * GAP;
    }

    private static String label(Row row) {
        return row.label() + "  " + Text.number(row.ratio().median()) + " ×";
    }

    /** Writes labels beside the chart, whose own ticks would have numbers. */
    private static void label(Graphics2D graphics, XYChart chart, List<Row> rows) {
        graphics.setColor(Color.BLACK);
        graphics.setFont(PlotStyle.FONT);
        for (int row = 0; row < rows.size(); row++) {
            graphics.drawString(label(rows.get(row)), 0,
                    (int) Math.round(chart.getScreenYFromChart(row + 1)) + PlotStyle.FONT.getSize() / 3);
        }
    }

    private static XYChart chart(String where, List<Row> rows, int height) {
        XYChart chart = new XYChartBuilder().width(WIDTH_OF_CHART).height(height)
                .title("How many times faster Scorelane is " + where)
                .xAxisTitle("time of the other ÷ time of Scorelane beside it, median, p10 to p90 (log scale)").build();
        style(chart.getStyler(), rows.size());
        line(chart, "as fast", PlotStyle.GREY, new double[] {1, 1}, new double[] {0, rows.size() + 1.0});
        for (int row = 0; row < rows.size(); row++) {
            var ratio = rows.get(row).ratio();
            line(chart, "p10 to p90 " + row, PlotStyle.BLUE, new double[] {ratio.p10(), ratio.p90()},
                    new double[] {row + 1, row + 1});
            var median = chart.addSeries("median " + row, new double[] {ratio.median()}, new double[] {row + 1});
            median.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(PlotStyle.BLUE);
        }
        return chart;
    }

    private static void line(XYChart chart, String name, Color colour, double[] x, double[] y) {
        chart.addSeries(name, x, y).setMarker(SeriesMarkers.NONE).setLineColor(colour).setLineStyle(new BasicStroke(3));
    }

    private static void style(XYStyler styler, int rows) {
        PlotStyle.set(styler);
        styler.setXAxisLogarithmic(true);
        styler.setYAxisMin(0.0);
        styler.setYAxisMax(rows + 1.0);
        styler.setYAxisTicksVisible(false);
        styler.setLegendVisible(false);
        styler.setMarkerSize(9);
    }
}
