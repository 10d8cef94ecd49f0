package io.github.scorelane.engine.sum;

import io.github.scorelane.engine.baseline.Pilot;
import io.github.scorelane.engine.baseline.PilotFit;
import java.io.Serializable;

/**
 * What a pilot subtracts from the samples behind it.
 *
 * @param beta what is subtracted from φ, for each row
 * @param kappa the coefficients of the score and the controls, for each row; null where a row has no controls, but β
 */
public record Subtracted(double[] beta, double[][] kappa) implements Serializable {
    /** Takes it from a pilot of the given number of rows. */
    public static Subtracted of(Pilot pilot, int rows) {
        double[] beta = new double[rows];
        double[][] kappa = new double[rows][];
        for (int p = 0; p < rows; p++) {
            PilotFit fit = pilot.fit(p);
            beta[p] = fit.beta();
            kappa[p] = fit.kappa();
        }
        return new Subtracted(beta, kappa);
    }

    boolean hasControls() {
        for (double[] coefficients : kappa) {
            if (coefficients != null) {
                return true;
            }
        }
        return false;
    }
}
