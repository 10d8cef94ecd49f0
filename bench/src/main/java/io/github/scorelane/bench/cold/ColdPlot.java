package io.github.scorelane.bench.cold;

import io.github.scorelane.bench.report.LinePanel;
import io.github.scorelane.bench.report.PlotStyle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The plots of speeds and regrets against the time since the first use. */
final class ColdPlot {
    private static final List<Scenario> FAMILIES =
            List.of(Scenario.GAMMA, Scenario.STUDENT_T, Scenario.POISSON, Scenario.LOG_NORMAL, Scenario.VON_MISES);
    private static final List<Scenario> FRESH =
            List.of(Scenario.NORMAL, Scenario.LEAVE_ONE_OUT, Scenario.SIX_FAMILIES, Scenario.TWO_THREADS, Scenario.ONE_CORE);
    private static final String TIME = "processor time since the first use, s (log scale)";

    private ColdPlot() {}

    /** Draws all plots, by the names of their files. */
    static Map<String, String> all(ColdMeasurements measured) throws IOException {
        Map<String, String> plots = new LinkedHashMap<>();
        List<LinePanel> speeds = new ArrayList<>();
        if (hasCurve(measured, Scenario.NORMAL)) {
            speeds.add(speed(speed(speedPanel("A Normal in a fresh JVM"), measured, Scenario.NORMAL, Runs.VECTORS, "vectors", 2),
                    measured, Scenario.NORMAL, Runs.TWINS, "scalar twins", 0));
        }
        List<LinePanel> ratios = new ArrayList<>();
        List<Scenario> fresh = FRESH.stream().filter(scenario -> hasCurve(measured, scenario)).toList();
        List<Scenario> families = FAMILIES.stream().filter(scenario -> hasCurve(measured, scenario)).toList();
        if (!fresh.isEmpty()) {
            ratios.add(ratios(measured, "Fresh JVM", fresh));
        }
        if (!families.isEmpty()) {
            LinePanel panel = speedPanel("Families after Normal");
            families.forEach(family -> speed(panel, measured, family, Runs.VECTORS, title(family), FAMILIES.indexOf(family)));
            speeds.add(panel);
            ratios.add(ratios(measured, "Families after Normal", families));
        }
        put(plots, "cold-speed.svg", speeds);
        put(plots, "cold-regret.svg", ratios);
        return plots;
    }

    private static boolean hasCurve(ColdMeasurements measured, Scenario scenario) {
        return !measured.curve(scenario, Runs.VECTORS).isEmpty() && !measured.curve(scenario, Runs.TWINS).isEmpty();
    }

    private static void put(Map<String, String> plots, String name, List<LinePanel> panels) throws IOException {
        if (!panels.isEmpty()) {
            plots.put(name, LinePanel.svg(panels.toArray(LinePanel[]::new)));
        }
    }

    private static LinePanel speedPanel(String title) {
        return new LinePanel(title, TIME, "ns a sample (log scale)", true, true);
    }

    /** The thread's own time between two points, over the samples. */
    private static LinePanel speed(LinePanel panel, ColdMeasurements measured, Scenario scenario, Runs runs, String name,
            int colour) {
        List<CurvePoint> curve = measured.curve(scenario, runs);
        double[] x = new double[curve.size()];
        double[] y = new double[curve.size()];
        double samples = 0;
        double work = 0;
        for (int i = 0; i < x.length; i++) {
            CurvePoint point = curve.get(i);
            x[i] = point.cpu();
            y[i] = Math.max(point.work() - work, 1e-9) / (point.samples() - samples) * 1e9;
            samples = point.samples();
            work = point.work();
        }
        return panel.line(name, PlotStyle.COLOURS.get(colour), x, y);
    }

    private static LinePanel ratios(ColdMeasurements measured, String title, List<Scenario> scenarios) {
        LinePanel panel = new LinePanel(title, TIME, "time so far / twins', same samples", true, false);
        double most = 1;
        for (int i = 0; i < scenarios.size(); i++) {
            Scenario scenario = scenarios.get(i);
            List<double[]> points = ratios(measured.curve(scenario, Runs.VECTORS), measured.curve(scenario, Runs.TWINS));
            if (!points.isEmpty()) {
                most = Math.max(most, points.stream().mapToDouble(point -> point[1]).max().orElseThrow());
                panel.line(title(scenario), PlotStyle.COLOURS.get(i), points.stream().mapToDouble(point -> point[0]).toArray(),
                        points.stream().mapToDouble(point -> point[1]).toArray());
            }
        }
        return panel.yBetween(0, Math.ceil(most));
    }

    /** Times of vectors, and the ratios to the times that twins had needed for as many samples. */
    static List<double[]> ratios(List<CurvePoint> vectors, List<CurvePoint> twins) {
        List<double[]> ratios = new ArrayList<>();
        int place = 1;
        for (CurvePoint point : vectors) {
            while (place < twins.size() && twins.get(place).samples() < point.samples()) {
                place++;
            }
            if (place < twins.size() && twins.get(place - 1).samples() <= point.samples()) {
                CurvePoint before = twins.get(place - 1);
                CurvePoint after = twins.get(place);
                double part = (point.samples() - before.samples()) / (after.samples() - before.samples());
                ratios.add(new double[] {point.cpu(), point.cpu() / (before.cpu() + part * (after.cpu() - before.cpu()))});
            }
        }
        return ratios;
    }

    private static String title(Scenario scenario) {
        return scenario.title().replace(" after Normal", "").replace(", fresh JVM", "");
    }
}
