package io.github.scorelane.bench.report;

import io.github.scorelane.bench.paired.Quantiles;
import java.util.Locale;

/** Numbers as the tables write them. */
final class Text {
    private Text() {}

    /** Three significant digits, and none of them behind a point past a hundred. */
    static String number(double x) {
        if (Double.isNaN(x)) {
            return "–";
        }
        double size = Math.abs(x);
        int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", x);
    }

    static String withError(Measured measured) {
        return Double.isNaN(measured.error()) ? number(measured.value())
                : number(measured.value()) + " ± " + number(measured.error());
    }

    /** What most of the numbers are between. */
    static String range(Quantiles quantiles) {
        return number(quantiles.p10()) + " to " + number(quantiles.p90());
    }

    static String times(Measured ratio) {
        return String.format(Locale.ROOT, ratio.value() < 9.95 ? "%.1f×" : "%.0f×", ratio.value());
    }

    static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
