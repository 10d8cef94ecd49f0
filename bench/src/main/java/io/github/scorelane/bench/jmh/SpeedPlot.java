package io.github.scorelane.bench.jmh;

import io.github.scorelane.bench.machine.Machine;
import io.github.scorelane.bench.report.PlotStyle;
import io.github.scorelane.bench.report.Svg;
import io.github.scorelane.bench.report.Text;
import io.github.scorelane.bench.speed.Implementation;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler;

/** The plot of bars of nanoseconds per element, a panel for each size. */
final class SpeedPlot {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 420;
    /** The bars of a group, told apart in grey and by the colour-blind too: Okabe and Ito's palette. */
    private static final Map<String, Color> SERIES = series();

    private SpeedPlot() {}

    static String svg(JmhMeasurements measured) throws IOException {
        List<Integer> sizes = measured.speeds().sizes();
        return Svg.of(WIDTH, HEIGHT * sizes.size(), graphics -> {
            for (int i = 0; i < sizes.size(); i++) {
                graphics.translate(0, i == 0 ? 0 : HEIGHT);
                panel(measured.speeds(), sizes.get(i), measured.madeOn()).paint(graphics, WIDTH, HEIGHT);
            }
        });
    }

    private static CategoryChart panel(Speeds speeds, int size, Machine machine) {
        List<Quantity> quantities = Arrays.stream(Quantity.values())
                .filter(quantity -> speeds.list().stream().anyMatch(m -> m.quantity() == quantity)).toList();
        CategoryChart chart = new CategoryChartBuilder().width(WIDTH).height(HEIGHT)
                .title("Arrays of " + Text.count(size) + " elements (" + machine.cpu() + ", " + speeds.simd() + ")")
                .xAxisTitle("shorter is faster").yAxisTitle("ns per element, one thread (log scale)").build();
        style(chart.getStyler());
        chart.getStyler().setYAxisMin(decadeBelow(speeds));
        List<String> titles = quantities.stream().map(Quantity::title).toList();
        SERIES.forEach((series, colour) -> {
            List<Double> heights = new ArrayList<>();
            for (Quantity quantity : quantities) {
                heights.add(height(speeds, quantity, series, size));
            }
            if (heights.stream().anyMatch(Objects::nonNull)) {
                chart.addSeries(series, titles, heights).setFillColor(colour);
            }
        });
        return chart;
    }

    /** Nanoseconds per element, or null where a quantity has no such implementation. */
    private static Double height(Speeds speeds, Quantity quantity, String series, int size) {
        return Stream.of(series.split(" or ")).flatMap(name -> speeds.find(quantity, name, size).stream())
                .map(m -> m.nanosecondsPerElement().value()).findFirst().orElse(null);
    }

    private static double decadeBelow(Speeds speeds) {
        double least = speeds.list().stream().mapToDouble(m -> m.nanosecondsPerElement().value()).min().orElse(1);
        return Math.pow(10, Math.floor(Math.log10(least)));
    }

    private static void style(CategoryStyler styler) {
        PlotStyle.set(styler);
        styler.setYAxisLogarithmic(true);
        styler.setLegendPosition(Styler.LegendPosition.OutsideE);
        styler.setLabelsVisible(true);
        styler.setLabelsPosition(0.93);
        styler.setLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
        styler.setYAxisDecimalPattern("#,##0.0#");
        styler.setAvailableSpaceFill(0.9);
    }

    private static Map<String, Color> series() {
        Map<String, Color> series = new LinkedHashMap<>();
        series.put(Implementation.COMMONS + " or " + Implementation.JDK, new Color(0xe69f00));
        series.put(Implementation.HOISTED, new Color(0xf0e442));
        series.put(Implementation.COPY, new Color(0x999999));
        series.put(Implementation.SCALAR, new Color(0x56b4e9));
        series.put(Implementation.SIMD, new Color(0x0072b2));
        return series;
    }
}
