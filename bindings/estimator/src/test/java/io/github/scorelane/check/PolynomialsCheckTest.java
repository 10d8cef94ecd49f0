package io.github.scorelane.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.HasScorePolynomials;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.OrthonormalPolynomials;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Polynomials whose means are not 0 are found. */
class PolynomialsCheckTest {
    @Test
    void aWrongMeanIsFound() {
        List<String> findings = ScoreCheck.findings(new Shifted(0.1, OrthonormalPolynomials.ofQuadraticVariance(4, 0, 0)));
        assertEquals(1, findings.size(), findings::toString);
        assertTrue(findings.getFirst().startsWith("the mean of score polynomial 1 is 0.09"), findings::toString);
    }

    @Test
    void aWrongRecurrenceIsFound() {
        List<String> findings = ScoreCheck.findings(new Shifted(0, OrthonormalPolynomials.ofQuadraticVariance(4, 0.3, 0)));
        assertEquals(1, findings.size(), findings::toString);
        assertTrue(findings.getFirst().startsWith("the mean of score polynomial 3 is "), findings::toString);
    }

    @Test
    void rightOnesAreNot() {
        assertEquals(List.of(), ScoreCheck.findings(new Shifted(0, OrthonormalPolynomials.ofQuadraticVariance(4, 0, 0))));
    }

    /** A standard normal, with polynomials of a number that is off. */
    private record Shifted(double by, OrthonormalPolynomials scorePolynomials, Normal normal)
            implements UnivariateDistribution, HasScorePolynomials {
        Shifted(double by, OrthonormalPolynomials polynomials) {
            this(by, polynomials, Normal.of(0, 1));
        }

        @Override
        public void standardise(double[] x, double[] t, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                t[i] = (x[i] - normal.parameters()[0]) / normal.parameters()[1] + by;
            }
        }

        @Override
        public List<String> parameterNames() {
            return normal.parameterNames();
        }

        @Override
        public double[] parameters() {
            return normal.parameters();
        }

        @Override
        public UnivariateDistribution withParameters(double... parameters) {
            return new Shifted(by, scorePolynomials, normal.withParameters(parameters));
        }

        @Override
        public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
            normal.sample(stream, first, x, offset, length);
        }

        @Override
        public void logPdf(double[] x, int offset, double[] logPdf, int logPdfOffset, int length) {
            normal.logPdf(x, offset, logPdf, logPdfOffset, length);
        }

        @Override
        public void gradLogPdf(double[] x, int offset, double[][] gradient, int gradientOffset, int length) {
            normal.gradLogPdf(x, offset, gradient, gradientOffset, length);
        }
    }
}
