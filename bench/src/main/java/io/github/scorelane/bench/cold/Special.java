package io.github.scorelane.bench.cold;

import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Log;
import java.util.Locale;

/** A value that a hot kernel of plain numbers has never seen before. */
public enum Special {
    /** Zeros. */
    LOG_ZEROS("Log of 0", 0),
    /** Infinities. */
    LOG_INFINITIES("Log of ∞", Double.POSITIVE_INFINITY),
    /** No numbers. */
    LOG_NAN("Log of NaN", Double.NaN),
    /** Subnormal numbers. */
    LOG_SUBNORMALS("Log of 1e-310", 1e-310),
    /** A number whose exponential overflows. */
    EXP_OVERFLOW("Exp of 800", 800),
    /** A number whose exponential underflows. */
    EXP_UNDERFLOW("Exp of -800", -800),
    /** No numbers. */
    EXP_NAN("Exp of NaN", Double.NaN);

    private final String title;
    private final double value;

    Special(String title, double value) {
        this.title = title;
        this.value = value;
    }

    /** The words for a person. */
    public String title() {
        return title;
    }

    /** The name on the command line. */
    public String id() {
        return "special-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    double value() {
        return value;
    }

    /** Works the kernel over all of an array. */
    void work(double[] x, double[] y) {
        if (ordinal() < EXP_OVERFLOW.ordinal()) {
            Log.log(x, 0, y, 0, x.length);
        } else {
            Exp.exp(x, 0, y, 0, x.length);
        }
    }
}
