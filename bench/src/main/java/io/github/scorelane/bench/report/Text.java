package io.github.scorelane.bench.report;

import java.util.Locale;

/** Numbers as the tables write them. */
public final class Text {
    private Text() {}

    /** A number of three significant digits, none of which is behind a point past a hundred. */
    public static String number(double x) {
        if (Double.isNaN(x)) {
            return "–";
        }
        double size = Math.abs(x);
        int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", x);
    }

    /** A ratio: two digits, or what is behind the point to the second; what is left of rounding is 0. */
    public static String ratio(double x) {
        if (x < 1e-9) {
            return "0";
        }
        return String.format(Locale.ROOT, x < 1e-3 ? "%.1e" : x < 0.0995 ? "%.2g" : x < 9.95 ? "%.2f" : "%.1f", x);
    }

    /** A whole number, with commas between thousands. */
    public static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
