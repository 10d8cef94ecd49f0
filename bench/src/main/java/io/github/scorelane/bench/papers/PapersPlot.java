package io.github.scorelane.bench.papers;

import io.github.scorelane.bench.papers.PapersMeasurements.LearningPoint;
import io.github.scorelane.bench.report.LinePanel;
import io.github.scorelane.bench.report.PlotStyle;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The plots of the papers' figures. */
final class PapersPlot {
    private static final double LEAST_BOUND = -80;
    private static final double MOST_BOUND = -66;
    /** A number that is no multiple of a step. */
    private static final double OFF_THE_GRID = 0.123456789;

    private PapersPlot() {}

    /** Draws all plots, by the names of their files. */
    static Map<String, String> all(PapersMeasurements measured) throws IOException {
        Map<String, String> plots = new LinkedHashMap<>();
        for (Cost cost : Cost.values()) {
            plots.put(cost.title() + ".svg", LinePanel.svg(variances(measured, cost, 0), variances(measured, cost, 1)));
        }
        plots.put("bound.svg", LinePanel.svg(bound(measured)));
        plots.put("gradient-variance.svg", LinePanel.svg(learning(measured, "the means", LearningPoint::meanVariance),
                learning(measured, "the log standard deviations", LearningPoint::scaleVariance)));
        return plots;
    }

    private static LinePanel variances(PapersMeasurements measured, Cost cost, int parameter) {
        List<VariancePoint> points = measured.variances(cost, parameter);
        double[] k = points.stream().mapToDouble(VariancePoint::k).toArray();
        LinePanel panel = new LinePanel("Variance of the gradient of E[" + cost.formula() + "] by " + (parameter == 0 ? "μ" : "σ"),
                cost.isLogarithmic() ? "k (log scale)" : "k", "variance of a sample (log scale)", cost.isLogarithmic(), true);
        switch (cost) {
            case QUADRATIC -> panel.yBetween(1, 2e3).markedRoundly(OFF_THE_GRID, 100);
            case EXPONENTIAL -> panel.yBetween(1e-3, 1);
            case COSINE -> panel.yBetween(0.1, 2);
        }
        return panel.line("no baseline", PlotStyle.COLOURS.get(0), k, y(points, VariancePoint::plain))
                .line("mean (leave-one-out)", PlotStyle.COLOURS.get(1), k, y(points, VariancePoint::mean))
                .line("optimal constant", PlotStyle.COLOURS.get(2), k, y(points, VariancePoint::optimal))
                .dots("automatic", PlotStyle.COLOURS.get(3), k, y(points, VariancePoint::automatic));
    }

    private static LinePanel bound(PapersMeasurements measured) {
        return learning(measured, new LinePanel("Evidence lower bound of the logistic regression", "steps", "bound, nats", false,
                false).yBetween(LEAST_BOUND, MOST_BOUND).markedRoundly(OFF_THE_GRID, MOST_BOUND), LearningPoint::elbo);
    }

    private static LinePanel learning(PapersMeasurements measured, String by, ToDoubleFunction<LearningPoint> variance) {
        return learning(measured, new LinePanel("Variance of the gradient by " + by, "steps",
                "variance of a sample (log scale)", false, true).yBetween(10, 1e7).markedRoundly(OFF_THE_GRID, 1000), variance);
    }

    private static LinePanel learning(PapersMeasurements measured, LinePanel panel, ToDoubleFunction<LearningPoint> y) {
        for (Control control : Control.values()) {
            List<LearningPoint> curve = measured.curve(control);
            double[] steps = curve.stream().mapToDouble(LearningPoint::step).toArray();
            if (control == Control.AUTOMATIC) {
                panel.dots(control.title(), PlotStyle.COLOURS.get(control.ordinal()), steps, y(curve, y));
            } else {
                panel.line(control.title(), PlotStyle.COLOURS.get(control.ordinal()), steps, y(curve, y));
            }
        }
        return panel;
    }

    private static <P> double[] y(List<P> points, ToDoubleFunction<P> y) {
        return points.stream().mapToDouble(y).toArray();
    }
}
