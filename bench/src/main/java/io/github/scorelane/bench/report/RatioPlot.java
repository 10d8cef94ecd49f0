package io.github.scorelane.bench.report;

import io.github.scorelane.bench.paired.Quantiles;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.io.IOException;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A row for each pair: the median of its ratios, on a line between their percentiles, as SVG on an opaque background. */
final class RatioPlot {
    private static final int WIDTH = 1280;
    private static final int HEIGHT_WITHOUT_ROWS = 100;
    private static final int HEIGHT_OF_A_ROW = 26;
    private static final int WIDTH_OF_LABELS = 520;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Color BLUE = new Color(0x0072b2);
    private static final Color GREY = new Color(0x767676);

    private RatioPlot() {}

    static String svg(PairedResults results) throws IOException {
        return svg("(" + results.machine().cpu() + ")" + (results.mklNote().isEmpty() ? "" : "; MKL runs its generic code here"),
                results.ratios().stream().map(row -> new Row(row.comparison().title() + ": "
                        + row.contender().description().replace("`", ""), row.pair().ratio())).toList());
    }

    static String svg(FamilyResults results) throws IOException {
        return svg("(" + results.machine().cpu() + ")", results.rows().stream().map(row -> new Row(
                row.family().title() + ", draws and scores", row.both().ratio())).toList());
    }

    private static String svg(String where, List<Row> fromTheTop) throws IOException {
        List<Row> rows = fromTheTop.reversed();
        int height = HEIGHT_WITHOUT_ROWS + HEIGHT_OF_A_ROW * (rows.size() + 1);
        return Svg.of(WIDTH, height, graphics -> {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, WIDTH, height);
            graphics.translate(WIDTH_OF_LABELS, 0);
            XYChart chart = chart(where, rows, height);
            chart.paint(graphics, WIDTH - WIDTH_OF_LABELS, height);
            label(graphics, chart, rows);
        });
    }

    /** Beside the chart, whose own ticks would have numbers. */
    private static void label(Graphics2D graphics, XYChart chart, List<Row> rows) {
        graphics.setColor(Color.BLACK);
        graphics.setFont(FONT);
        for (int row = 0; row < rows.size(); row++) {
            String label = rows.get(row).label() + "  " + Text.number(rows.get(row).ratio().median()) + " ×";
            graphics.drawString(label, -graphics.getFontMetrics().stringWidth(label),
                    (int) Math.round(chart.getScreenYFromChart(row + 1)) + FONT.getSize() / 3);
        }
    }

    private static XYChart chart(String where, List<Row> rows, int height) {
        XYChart chart = new XYChartBuilder().width(WIDTH).height(height)
                .title("How many times faster Scorelane is " + where)
                .xAxisTitle("time of the other ÷ time of Scorelane beside it, median, p10 to p90 (log scale)").build();
        style(chart.getStyler(), rows.size());
        line(chart, "as fast", GREY, new double[] {1, 1}, new double[] {0, rows.size() + 1.0});
        for (int row = 0; row < rows.size(); row++) {
            var ratio = rows.get(row).ratio();
            line(chart, "p10 to p90 " + row, BLUE, new double[] {ratio.p10(), ratio.p90()}, new double[] {row + 1, row + 1});
            var median = chart.addSeries("median " + row, new double[] {ratio.median()}, new double[] {row + 1});
            median.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(BLUE);
        }
        return chart;
    }

    private static void line(XYChart chart, String name, Color colour, double[] x, double[] y) {
        chart.addSeries(name, x, y).setMarker(SeriesMarkers.NONE).setLineColor(colour).setLineStyle(new BasicStroke(3));
    }

    private static void style(XYStyler styler, int rows) {
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setXAxisLogarithmic(true);
        styler.setYAxisMin(0.0);
        styler.setYAxisMax(rows + 1.0);
        styler.setYAxisTicksVisible(false);
        styler.setLegendVisible(false);
        styler.setPlotGridLinesStroke(new BasicStroke(0.5f)); // a dashed one is thousands of little paths
        styler.setAxisTickLabelsFont(FONT);
        styler.setMarkerSize(9);
    }

    /** A line of the chart. */
    private record Row(String label, Quantiles ratio) {
    }
}
