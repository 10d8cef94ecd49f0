package io.github.scorelane.distribution;

/** A {@link Family} whose logistic form is its {@link Family#newLogisticMap() map}, and whose tails are light. */
interface LogisticByMap extends HasLogisticForm {
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
