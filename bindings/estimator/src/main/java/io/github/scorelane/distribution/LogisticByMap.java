package io.github.scorelane.distribution;

/**
 * A logistic form as families of the library have it. It is public as what several such families have for a type, and is not to be
 * implemented: a family of your own has {@link HasLogisticForm}.
 */
public interface LogisticByMap extends HasLogisticForm {
    @Override
    default void toLogistic(double[] x, double[] v, int offset, int length) {
        ((Family) this).logisticMap().toLogistic(x, v, offset, length);
    }

    @Override
    default void fromLogistic(double[] v, double[] x, double[] logSlope, int offset, int length) {
        ((Family) this).logisticMap().fromLogistic(v, x, logSlope, offset, length);
    }

    @Override
    default int polynomialDegree() {
        return 4;
    }
}
