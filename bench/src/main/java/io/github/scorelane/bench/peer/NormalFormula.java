package io.github.scorelane.bench.peer;

/** The normal density's logarithm and scores in plain loops, as the formulas are written. */
public final class NormalFormula {
    private final double mean;
    private final double standardDeviation;

    /** The formulas of N(μ, σ²). */
    public NormalFormula(double mean, double standardDeviation) {
        this.mean = mean;
        this.standardDeviation = standardDeviation;
    }

    /** −z²/2 − ln σ − ½ ln 2π. The logarithms are not of the loop: nobody would leave them there. */
    public void logPdf(double[] x, double[] logPdf) {
        double atMode = -Math.log(standardDeviation) - 0.5 * Math.log(2 * Math.PI);
        for (int i = 0; i < x.length; i++) {
            double z = (x[i] - mean) / standardDeviation;
            logPdf[i] = atMode - 0.5 * z * z;
        }
    }

    /** z/σ and (z² − 1)/σ, with their divisions. */
    public void gradLogPdf(double[] x, double[] byMean, double[] byStandardDeviation) {
        for (int i = 0; i < x.length; i++) {
            double z = (x[i] - mean) / standardDeviation;
            byMean[i] = z / standardDeviation;
            byStandardDeviation[i] = (z * z - 1) / standardDeviation;
        }
    }

    /** The same with one division for the whole array. */
    public void gradLogPdfHoisted(double[] x, double[] byMean, double[] byStandardDeviation) {
        double center = mean;
        double scale = 1 / standardDeviation;
        for (int i = 0; i < x.length; i++) {
            double z = (x[i] - center) * scale;
            byMean[i] = z * scale;
            byStandardDeviation[i] = (z * z - 1) * scale;
        }
    }
}
