package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Holds a univariate family's kernel at some parameters, beside a reference that is written in plain Java or taken from Commons
 * Statistics.
 *
 * @param name the family and its parameters, for messages
 * @param parameters the parameters for which there are scores
 * @param discrete true if draws are whole numbers
 * @param draws the sampler
 * @param logPdf the log density
 * @param scores the scores, a row for each parameter
 * @param reference the log density by the reference
 */
record FamilyUnderTest(String name, double[] parameters, boolean discrete, Sampling draws, Densities logPdf, Scores scores,
        Reference reference) {

    /** Writes draws of the family at its parameters. */
    @FunctionalInterface
    interface Sampling {
        void sample(SplitStream stream, long first, double[] x, int offset, int length);
    }

    /** Writes log densities at the family's parameters. */
    @FunctionalInterface
    interface Densities {
        void logPdf(double[] x, double[] logPdf, int offset, int length);
    }

    /** Writes scores at the family's parameters; x may be changed. */
    @FunctionalInterface
    interface Scores {
        void scores(double[] x, double[][] scores, int offset, int length);
    }

    /** Computes the log density at any parameters. */
    @FunctionalInterface
    interface Reference {
        double logPdf(double[] parameters, double x);
    }

    @Override
    public String toString() {
        return name;
    }
}
