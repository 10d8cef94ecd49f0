package io.github.scorelane.distribution;

/**
 * The logistic form of the library's families, each of which has it from a map that is made once for its parameters. It is
 * public because a list of several such families has it as its type, and is not to be implemented: a family of your own
 * implements {@link HasLogisticForm}.
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
