package io.github.scorelane.bench.papers;

import io.github.scorelane.bench.papers.PapersMeasurements.FitPoint;
import io.github.scorelane.bench.papers.PapersMeasurements.LearningPoint;
import io.github.scorelane.bench.report.MarkdownTable;
import io.github.scorelane.bench.report.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The tables of what the papers' settings gave. */
final class PapersTables {
    private static final int ROWS_OF_A_COST = 5;

    private PapersTables() {}

    static String all(PapersMeasurements measured) {
        StringBuilder tables = new StringBuilder(options(measured, false)).append('\n').append(options(measured, true));
        for (Cost cost : Cost.values()) {
            tables.append('\n').append(variances(measured, cost));
        }
        return tables.append('\n').append(regression(measured)).toString();
    }

    static String options(PapersMeasurements measured, boolean asian) {
        MarkdownTable table = new MarkdownTable("llrrrrrr", (asian ? "Asian" : "European") + " call, S0", null,
                asian ? "long run" : "closed form", "no baseline", "errors off", "automatic", "errors off",
                "variance is lower by");
        for (OptionPoint point : measured.options(asian)) {
            table.row("%.0f".formatted(point.spot()), point.greek().title(), withError(point.reference()), withError(point.plain()),
                    "%+.1f".formatted(point.errorsOff(point.plain())), withError(point.automatic()),
                    "%+.1f".formatted(point.errorsOff(point.automatic())), Text.number(point.gain()) + " ×");
        }
        return table.toString();
    }

    static String variances(PapersMeasurements measured, Cost cost) {
        MarkdownTable table = new MarkdownTable("rlrrrrrrr", cost.formula() + ", k", "by", "no baseline", "mean",
                "optimal constant", "automatic", "no baseline, integral", "mean, integral", "optimal constant, integral");
        for (int parameter = 0; parameter < 2; parameter++) {
            List<VariancePoint> points = measured.variances(cost, parameter);
            for (int row = 0; row < ROWS_OF_A_COST; row++) {
                VariancePoint point = points.get(Math.round((points.size() - 1) * row / (ROWS_OF_A_COST - 1f)));
                table.row(Text.number(point.k()), parameter == 0 ? "μ" : "σ", small(point.plain()), small(point.mean()),
                        small(point.optimal()), small(point.automatic()), small(point.exactPlain()), small(point.exactMean()),
                        small(point.exactOptimal()));
            }
        }
        return table.toString();
    }

    static String regression(PapersMeasurements measured) {
        MarkdownTable table = new MarkdownTable("lrrrrrrrr", "control",
                "bound at the end, mean of %d fits".formatted(measured.settings().fits()), "standard deviation of them",
                "variance by the means: first", "halfway", "last", "by the log deviations: first", "halfway", "last");
        for (Control control : Control.values()) {
            List<LearningPoint> curve = measured.curve(control);
            var ends = measured.ends(control).stream().mapToDouble(FitPoint::elbo).toArray();
            LearningPoint first = curve.getFirst();
            LearningPoint half = curve.get(curve.size() / 2);
            LearningPoint last = curve.getLast();
            table.row(control.title(), bound(mean(ends)), Text.number(deviation(ends)), count(first.meanVariance()),
                    count(half.meanVariance()), count(last.meanVariance()), count(first.scaleVariance()),
                    count(half.scaleVariance()), count(last.scaleVariance()));
        }
        return table.toString();
    }

    /** Writes as many digits as the error has sense for: two of its own. */
    private static String withError(Greek.Measured measured) {
        if (measured.error() == 0) {
            return String.format(Locale.ROOT, "%.5g", measured.value());
        }
        int decimals = Math.max(0, 1 - (int) Math.floor(Math.log10(measured.error())));
        String format = "%." + decimals + "f";
        return String.format(Locale.ROOT, format + " ± " + format, measured.value(), measured.error());
    }

    private static String small(double x) {
        return Math.abs(x) < 0.0995 ? String.format(Locale.ROOT, "%.2e", x) : Text.number(x);
    }

    private static String bound(double x) {
        return String.format(Locale.ROOT, "%.2f", x);
    }

    private static String count(double x) {
        return Text.count(Math.round(x));
    }

    private static double mean(double... x) {
        return Arrays.stream(x).map(value -> value / x.length).reduce(0, Double::sum);
    }

    private static double deviation(double... x) {
        double mean = mean(x);
        return Math.sqrt(Arrays.stream(x).map(value -> (value - mean) * (value - mean) / (x.length - 1)).reduce(0, Double::sum));
    }
}
