package io.github.scorelane.engine.sum;

import io.github.scorelane.engine.baseline.Pilot;
import io.github.scorelane.engine.baseline.PilotFit;
import java.io.Serializable;

/**
 * The constants and coefficients by which a pilot's choice is subtracted from the samples behind it.
 *
 * @param beta the constant that is subtracted from φ, for each row
 * @param kappa the coefficients of the score and the controls, for each row; null where a row has no controls but β
 */
public record Subtracted(double[] beta, double[][] kappa) implements Serializable {
    /** Reads them from a pilot of the given number of rows. */
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
