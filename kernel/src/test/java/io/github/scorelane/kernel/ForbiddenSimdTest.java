package io.github.scorelane.kernel;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** Holds two operations that kernels must not use, for {@link VectorOperationsTest}. */
final class ForbiddenSimdTest {
    private ForbiddenSimdTest() {}

    static LongVector masked(LongVector v) {
        return v.lanewise(VectorOperators.AND, v, v.compare(VectorOperators.LT, 3));
    }

    static IntVector narrow(IntVector v) {
        return v.add(1);
    }
}
