package io.github.scorelane.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.distribution.HasLogisticForm;
import io.github.scorelane.distribution.Normal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that invalid logistic forms are found. */
class LogisticFormCheckTest {
    private static final Normal NORMAL = Normal.of(1.5, 2);

    @Test
    void aRightOnePasses() {
        assertEquals(List.of(), ScoreCheck.findings(new Mapped(NORMAL)));
        assertEquals(List.of(), ScoreCheck.findings(new Mapped(Normal.of(1e9, 1e-3))));
    }

    @Test
    void aMapThatDoesNotIncreaseIsFound() {
        found("fromLogistic does not increase: of v = -19.875 it is 1.5, and of v = -19.625 it is 1.5", new Mapped(NORMAL) {
            @Override
            double point(double v) {
                return v < 0 ? 1.5 : super.point(v);
            }
        });
        found("fromLogistic does not increase: of v = -19.875 it is 1.5, and of v = -19.625 it is -17.515625", new Mapped(NORMAL) {
            @Override
            double point(double v) {
                return v < -19.7 ? 1.5 : 0.96875 * v + 1.49609375;
            }
        });
        found("fromLogistic of v = 3.125 is x = NaN with a slope of 1.0", new Mapped(NORMAL) {
            @Override
            double point(double v) {
                return v > 3 ? Double.NaN : super.point(v);
            }
        });
    }

    @Test
    void aWrongSlopeIsFound() {
        found("fromLogistic has a slope of 1.001 at v = -19.875, but differences of x(v) say 1.0", new Mapped(NORMAL) {
            @Override
            double logSlope(double v) {
                return super.logSlope(v) + 0x1p-10;
            }
        });
    }

    @Test
    void aWrongInverseIsFound() {
        found("toLogistic of x = 6.625 is 5.126953125, but x is what fromLogistic makes of 5.125", new Mapped(NORMAL) {
            @Override
            double coordinate(double x) {
                return x > 6.5 ? super.coordinate(x) + 0x1p-9 : super.coordinate(x);
            }
        });
        found("toLogistic of x = 6.625 is NaN, but x is what fromLogistic makes of 5.125", new Mapped(NORMAL) {
            @Override
            double coordinate(double x) {
                return x > 6.5 ? Double.NaN : super.coordinate(x);
            }
        });
    }

    @Test
    void aDegreeThatIsNoneIsFound() {
        found("polynomialDegree is not between 0 and 4: 5", new Mapped(NORMAL) {
            @Override
            public int polynomialDegree() {
                return 5;
            }
        });
    }

    private static void found(String finding, Mapped distribution) {
        assertEquals(List.of(finding), ScoreCheck.findings(distribution));
    }

    /** A normal distribution with the logistic form x = v + mean, unless a test overrides one of its functions. */
    private static class Mapped extends Copy implements HasLogisticForm {
        private final double mean;

        Mapped(Normal normal) {
            super(normal, moved -> new Mapped((Normal) moved));
            mean = normal.parameters()[0];
        }

        double point(double v) {
            return v + mean;
        }

        double logSlope(double v) {
            return 0;
        }

        double coordinate(double x) {
            return x - mean;
        }

        @Override
        public void toLogistic(double[] x, double[] v, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                v[i] = coordinate(x[i]);
            }
        }

        @Override
        public void fromLogistic(double[] v, double[] x, double[] logSlope, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                double number = v[i];
                x[i] = point(number);
                logSlope[i] = logSlope(number);
            }
        }

        @Override
        public int polynomialDegree() {
            return 4;
        }
    }
}
