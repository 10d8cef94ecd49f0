package io.github.scorelane.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** The list of what the checks of a distribution have found to be wrong, in words. */
final class Findings {
    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private final List<String> all = new ArrayList<>();

    void add(String finding) {
        all.add(finding);
    }

    List<String> all() {
        return List.copyOf(all);
    }

    /** Formats an estimate or its error with four digits, as more have no meaning. */
    static String estimate(double x) {
        return Double.isFinite(x) ? Double.toString(new BigDecimal(x, FOUR_DIGITS).doubleValue()) : Double.toString(x);
    }
}
