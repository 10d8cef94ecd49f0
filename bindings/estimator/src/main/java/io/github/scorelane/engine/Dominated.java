package io.github.scorelane.engine;

import java.util.Locale;

/**
 * A component of which a few samples decide.
 *
 * @param parameter which
 * @param share the part of its sum of squares that 128 samples have; of its variance, the part that no sample has shown, where
 *     that is unseen
 * @param isUnseen whether quadrature knows of a variance that the samples do not show
 */
public record Dominated(int parameter, double share, boolean isUnseen) {
    /**
     * The sentences that warn of it.
     *
     * @param name of the parameter
     * @return a note
     */
    public String note(String name) {
        String what = isUnseen ? "most of its variance is where f was asked at tail quantiles that hardly any sample reaches. Its"
                + " variance may be infinite; its standard error, which the quantiles tell, may have no meaning."
                : "128 of them have %.0f%% of its sum of squares. Its variance may be infinite, and its standard error too small.";
        return String.format(Locale.ROOT, "Few samples decide d/d %s: " + what, name, 100 * share);
    }
}
