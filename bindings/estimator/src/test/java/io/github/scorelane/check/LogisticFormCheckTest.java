package io.github.scorelane.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.distribution.HasLogisticForm;
import io.github.scorelane.distribution.Normal;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Tests that invalid logistic forms are found. */
class LogisticFormCheckTest {
    private static final double MEAN = 1.5;
    private static final Normal NORMAL = Normal.of(MEAN, 2);

    @Test
    void aRightOnePasses() {
        assertEquals(List.of(), ScoreCheck.findings(new Mapped(NORMAL)));
        assertEquals(List.of(), ScoreCheck.findings(new Mapped(Normal.of(1e9, 1e-3))));
    }

    @Test
    void aMapThatDoesNotIncreaseIsFound() {
        found("fromLogistic does not increase: of v = -19.875 it is 1.5, and of v = -19.625 it is 1.5",
                withPoint(v -> v < 0 ? 1.5 : v + MEAN));
        found("fromLogistic does not increase: of v = -19.875 it is 1.5, and of v = -19.625 it is -17.515625",
                withPoint(v -> v < -19.7 ? 1.5 : 0.96875 * v + 1.49609375));
        found("fromLogistic of v = 3.125 is x = NaN with a slope of 1.0", withPoint(v -> v > 3 ? Double.NaN : v + MEAN));
    }

    @Test
    void aWrongSlopeIsFound() {
        found("fromLogistic has a slope of 1.001 at v = -19.875, but differences of x(v) say 1.0",
                new Mapped(NORMAL, v -> v + MEAN, 0x1p-10, x -> x - MEAN, 4));
    }

    @Test
    void aWrongInverseIsFound() {
        found("toLogistic of x = 6.625 is 5.126953125, but x is what fromLogistic makes of 5.125",
                withCoordinate(x -> x > 6.5 ? x - MEAN + 0x1p-9 : x - MEAN));
        found("toLogistic of x = 6.625 is NaN, but x is what fromLogistic makes of 5.125",
                withCoordinate(x -> x > 6.5 ? Double.NaN : x - MEAN));
    }

    @Test
    void aDegreeThatIsNoneIsFound() {
        found("polynomialDegree is not between 0 and 4: 5", new Mapped(NORMAL, v -> v + MEAN, 0, x -> x - MEAN, 5));
    }

    private static void found(String finding, Mapped distribution) {
        assertEquals(List.of(finding), ScoreCheck.findings(distribution));
    }

    private static Mapped withPoint(DoubleUnaryOperator point) {
        return new Mapped(NORMAL, point, 0, x -> x - MEAN, 4);
    }

    private static Mapped withCoordinate(DoubleUnaryOperator coordinate) {
        return new Mapped(NORMAL, v -> v + MEAN, 0, coordinate, 4);
    }

    /** A normal distribution with a logistic form that a test gives: x(v), the logarithm of its slope, v(x) and the degree. */
    private static final class Mapped extends ForwardingDistribution implements HasLogisticForm {
        private final DoubleUnaryOperator point;
        private final double logSlope;
        private final DoubleUnaryOperator coordinate;
        private final int degree;

        Mapped(Normal normal, DoubleUnaryOperator point, double logSlope, DoubleUnaryOperator coordinate, int degree) {
            super(normal, moved -> new Mapped((Normal) moved));
            this.point = point;
            this.logSlope = logSlope;
            this.coordinate = coordinate;
            this.degree = degree;
        }

        /** Gives a normal distribution the valid form x = v + mean. */
        Mapped(Normal normal) {
            this(normal, v -> v + normal.parameters()[0], 0, x -> x - normal.parameters()[0], 4);
        }

        @Override
        public void toLogistic(double[] x, double[] v, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                v[i] = coordinate.applyAsDouble(x[i]);
            }
        }

        @Override
        public void fromLogistic(double[] v, double[] x, double[] logSlopes, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                x[i] = point.applyAsDouble(v[i]);
                logSlopes[i] = logSlope;
            }
        }

        @Override
        public int polynomialDegree() {
            return degree;
        }
    }
}
