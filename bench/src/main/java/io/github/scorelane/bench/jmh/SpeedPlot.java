package io.github.scorelane.bench.jmh;

import io.github.scorelane.bench.machine.Machine;
import io.github.scorelane.bench.report.PlotStyle;
import io.github.scorelane.bench.report.Svg;
import io.github.scorelane.bench.report.Text;
import io.github.scorelane.bench.speed.Implementation;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The plot of bars of nanoseconds per element, a panel for each size. The chart is the frame; bars are drawn into it, for each
 * quantity has as many as it has implementations, and they are to stand in the middle over its name.
 */
final class SpeedPlot {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 420;
    private static final int WIDTH_OF_CHART = 1130;
    private static final int HEIGHT_OF_NAMES = 30;
    /** The width of a bar where a quantity has all implementations, in distances between two quantities. */
    private static final double BAR = 0.19;
    private static final int SQUARE = 16;
    private static final Font SMALL = PlotStyle.FONT.deriveFont(10f);
    /** The bars of a group, told apart in grey and by the colour-blind too: Okabe and Ito's palette. */
    private static final Map<String, Color> SERIES = series();

    private SpeedPlot() {}

    static String svg(JmhMeasurements measured) throws IOException {
        List<Integer> sizes = measured.speeds().sizes();
        return Svg.of(WIDTH, HEIGHT * sizes.size(), graphics -> {
            for (int size : sizes) {
                panel(graphics, measured.speeds(), size, measured.madeOn());
                graphics.translate(0, HEIGHT);
            }
        });
    }

    private static void panel(Graphics2D graphics, Speeds speeds, int size, Machine machine) {
        List<Quantity> quantities = Arrays.stream(Quantity.values())
                .filter(quantity -> speeds.list().stream().anyMatch(speed -> speed.quantity() == quantity)).toList();
        XYChart chart = new XYChartBuilder().width(WIDTH_OF_CHART).height(HEIGHT - HEIGHT_OF_NAMES)
                .title("Arrays of " + Text.count(size) + " elements (" + machine.cpu() + ", " + speeds.simd()
                        + "): shorter is faster")
                .yAxisTitle("ns per element, one thread (log scale)").build();
        style(chart.getStyler(), speeds, quantities.size());
        chart.addSeries("frame", new double[] {1}, new double[] {least(speeds)}).setMarker(SeriesMarkers.NONE);
        chart.paint(graphics, WIDTH_OF_CHART, HEIGHT - HEIGHT_OF_NAMES);
        int bottom = (int) Math.round(chart.getScreenYFromChart(least(speeds)));
        for (int i = 0; i < quantities.size(); i++) {
            group(graphics, chart, bars(speeds, quantities.get(i), size), i + 1, bottom);
            graphics.setColor(Color.BLACK);
            write(graphics, PlotStyle.FONT, quantities.get(i).title(), chart.getScreenXFromChart(i + 1),
                    bottom + HEIGHT_OF_NAMES);
        }
        legend(graphics, speeds, size);
    }

    private static void style(XYStyler styler, Speeds speeds, int quantities) {
        PlotStyle.set(styler);
        styler.setYAxisLogarithmic(true);
        styler.setYAxisMin(least(speeds));
        styler.setYAxisMax(2 * speeds.list().stream().mapToDouble(speed -> speed.nanosecondsPerElement().value()).max().orElse(1));
        styler.setXAxisMin(0.5);
        styler.setXAxisMax(quantities + 0.5);
        styler.setXAxisTicksVisible(false);
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setLegendVisible(false);
        styler.setYAxisDecimalPattern("#,##0.0#");
    }

    /** The decade below all numbers, where bars begin. */
    private static double least(Speeds speeds) {
        double least = speeds.list().stream().mapToDouble(speed -> speed.nanosecondsPerElement().value()).min().orElse(1);
        return Math.pow(10, Math.floor(Math.log10(least)));
    }

    /** The implementations of a quantity that were measured, with nanoseconds per element. */
    private static Map<String, Double> bars(Speeds speeds, Quantity quantity, int size) {
        Map<String, Double> bars = new LinkedHashMap<>();
        for (String series : SERIES.keySet()) {
            Stream.of(series.split(" or ")).flatMap(name -> speeds.find(quantity, name, size).stream())
                    .forEach(speed -> bars.put(series, speed.nanosecondsPerElement().value()));
        }
        return bars;
    }

    /** Draws the bars of a quantity, in the middle over its place, each below its number. */
    private static void group(Graphics2D graphics, XYChart chart, Map<String, Double> bars, int place, int bottom) {
        double left = place - BAR * bars.size() / 2;
        for (Map.Entry<String, Double> bar : bars.entrySet()) {
            int x = (int) Math.round(chart.getScreenXFromChart(left));
            int width = (int) Math.round(chart.getScreenXFromChart(left + BAR)) - x;
            int top = (int) Math.round(chart.getScreenYFromChart(bar.getValue()));
            graphics.setColor(SERIES.get(bar.getKey()));
            graphics.fillRect(x, top, width, bottom - top);
            graphics.setColor(Color.BLACK);
            write(graphics, SMALL, Text.ratio(bar.getValue()), x + width / 2.0, top - 4);
            left += BAR;
        }
    }

    /** Draws a square and a name for each implementation that has a bar. */
    private static void legend(Graphics2D graphics, Speeds speeds, int size) {
        int y = HEIGHT / 3;
        for (Map.Entry<String, Color> series : SERIES.entrySet()) {
            if (Arrays.stream(Quantity.values()).anyMatch(quantity -> bars(speeds, quantity, size).containsKey(series.getKey()))) {
                graphics.setColor(series.getValue());
                graphics.fillRect(WIDTH_OF_CHART + SQUARE, y, SQUARE, SQUARE);
                graphics.setColor(Color.BLACK);
                double half = layout(graphics, PlotStyle.FONT, series.getKey()).getAdvance() / 2;
                write(graphics, PlotStyle.FONT, series.getKey(), WIDTH_OF_CHART + 2.5 * SQUARE + half, y + SQUARE - 4);
                y += 2 * SQUARE;
            }
        }
    }

    /** Writes words in the middle over a place, as outlines: a reader's own fonts may be of another width. */
    private static void write(Graphics2D graphics, Font font, String words, double x, double y) {
        TextLayout layout = layout(graphics, font, words);
        graphics.fill(layout.getOutline(AffineTransform.getTranslateInstance(x - layout.getAdvance() / 2, y)));
    }

    private static TextLayout layout(Graphics2D graphics, Font font, String words) {
        return new TextLayout(words, font, graphics.getFontRenderContext());
    }

    private static Map<String, Color> series() {
        Map<String, Color> series = new LinkedHashMap<>();
        series.put(Implementation.COMMONS + " or " + Implementation.JDK, new Color(0xe69f00));
        series.put(Implementation.HOISTED, new Color(0xf0e442));
        series.put(Implementation.COPY, new Color(0x999999));
        series.put(Implementation.SCALAR, new Color(0x56b4e9));
        series.put(Implementation.SIMD, PlotStyle.BLUE);
        return series;
    }
}
