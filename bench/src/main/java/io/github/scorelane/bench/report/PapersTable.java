package io.github.scorelane.bench.report;

import io.github.scorelane.bench.papers.Control;
import io.github.scorelane.bench.papers.Cost;
import io.github.scorelane.bench.papers.FitPoint;
import io.github.scorelane.bench.papers.Greek;
import io.github.scorelane.bench.papers.LearningPoint;
import io.github.scorelane.bench.papers.OptionPoint;
import io.github.scorelane.bench.papers.VariancePoint;
import java.util.List;
import java.util.Locale;

/** What the papers' settings gave, in Markdown. */
final class PapersTable {
    private static final int ROWS_OF_A_COST = 5;

    private PapersTable() {}

    static String of(PapersResults results) {
        StringBuilder tables = new StringBuilder(options(results, false)).append('\n').append(options(results, true));
        for (Cost cost : Cost.values()) {
            tables.append('\n').append(variances(results, cost));
        }
        return tables.append('\n').append(regression(results)).toString();
    }

    static String options(PapersResults results, boolean asian) {
        StringBuilder table = new StringBuilder("| " + (asian ? "Asian" : "European") + " call, S0 | | "
                + (asian ? "long run" : "closed form")
                + " | no baseline | errors off | automatic | errors off | variance is lower by |\n"
                + "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (OptionPoint point : results.options(asian)) {
            table.append("| %.0f | %s | %s | %s | %+.1f | %s | %+.1f | %s × |\n".formatted(point.spot(), point.greek().title(),
                    withError(point.reference()), withError(point.plain()), point.errorsOff(point.plain()),
                    withError(point.automatic()), point.errorsOff(point.automatic()), Text.number(point.gain())));
        }
        return table.toString();
    }

    static String variances(PapersResults results, Cost cost) {
        StringBuilder table = new StringBuilder("| " + cost.formula()
                + ", k | by | no baseline | mean | optimal constant | automatic | no baseline, integral"
                + " | mean, integral | optimal constant, integral |\n"
                + "| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (int parameter = 0; parameter < 2; parameter++) {
            List<VariancePoint> points = results.variances(cost, parameter);
            for (int row = 0; row < ROWS_OF_A_COST; row++) {
                VariancePoint point = points.get(Math.round((points.size() - 1) * row / (ROWS_OF_A_COST - 1f)));
                table.append("| %s | %s | %s | %s | %s | %s | %s | %s | %s |\n".formatted(Text.number(point.k()),
                        parameter == 0 ? "μ" : "σ", small(point.plain()), small(point.mean()),
                        small(point.optimal()), small(point.automatic()), small(point.exactPlain()),
                        small(point.exactMean()), small(point.exactOptimal())));
            }
        }
        return table.toString();
    }

    static String regression(PapersResults results) {
        StringBuilder table = new StringBuilder("| control | bound at the end, mean of %d fits | standard deviation of them "
                .formatted(results.measurements().settings().fits())
                + "| variance by the means: first | halfway | last | by the log deviations: first | halfway | last |\n"
                + "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (Control control : Control.values()) {
            List<LearningPoint> curve = results.curve(control);
            var ends = results.ends(control).stream().mapToDouble(FitPoint::elbo).toArray();
            table.append("| %s | %s | %s |".formatted(control.title(), bound(mean(ends)), Text.number(deviation(ends))));
            LearningPoint[] shown = {curve.getFirst(), curve.get(curve.size() / 2), curve.getLast()};
            for (LearningPoint point : shown) {
                table.append(" %s |".formatted(count(point.meanVariance())));
            }
            for (LearningPoint point : shown) {
                table.append(" %s |".formatted(count(point.scaleVariance())));
            }
            table.append('\n');
        }
        return table.toString();
    }

    /** As many digits as the error has sense for: two of its own. */
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
        double sum = 0;
        for (double value : x) {
            sum += value / x.length;
        }
        return sum;
    }

    private static double deviation(double... x) {
        double mean = mean(x);
        double sum = 0;
        for (double value : x) {
            sum += (value - mean) * (value - mean) / (x.length - 1);
        }
        return Math.sqrt(sum);
    }
}
