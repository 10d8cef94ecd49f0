package io.github.scorelane.bench.cold;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.function.DoubleUnaryOperator;

/** The square as a class that can be had many times: each copy is a class of its own, as each lambda of a program is. */
final class HiddenSquare implements DoubleUnaryOperator {
    @Override
    public double applyAsDouble(double x) {
        return x * x;
    }

    /** Makes so many functions, no two of one class. */
    static DoubleUnaryOperator[] copies(int number) {
        try (InputStream file = HiddenSquare.class.getResourceAsStream("HiddenSquare.class")) {
            byte[] bytes = file.readAllBytes();
            DoubleUnaryOperator[] copies = new DoubleUnaryOperator[number];
            for (int i = 0; i < number; i++) {
                copies[i] = (DoubleUnaryOperator) MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass()
                        .getDeclaredConstructor().newInstance();
            }
            return copies;
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("copies of a class could not be made", e);
        }
    }
}
