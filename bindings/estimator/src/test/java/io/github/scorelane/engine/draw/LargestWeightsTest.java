package io.github.scorelane.engine.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargestWeightsTest {
    /** Half of the numbers here are whole, so that some are equal. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 100, 4999, 5000, 6000})
    void theLargestWhateverTheOrder(int most) {
        Random random = new Random(most);
        double[] numbers = new double[5000];
        Arrays.setAll(numbers, i -> i % 2 == 0 ? random.nextInt(30) : 30 * random.nextDouble());
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        double[] expected = Arrays.copyOfRange(sorted, Math.max(0, sorted.length - most), sorted.length);
        for (int parts = 1; parts <= 5; parts++) {
            LargestWeights all = new LargestWeights(most);
            LargestWeights[] part = new LargestWeights[parts];
            Arrays.setAll(part, p -> new LargestWeights(most));
            for (int i = 0; i < numbers.length; i += 10) {
                part[random.nextInt(parts)].add(numbers, i, 10);
            }
            Arrays.stream(part).forEach(all::addAll);
            assertArrayEquals(expected, all.sorted(), most + " of " + parts);
        }
    }

    @Test
    void weightsOfZeroAreNotKept() {
        LargestWeights largest = new LargestWeights(3);
        largest.add(new double[] {Double.NEGATIVE_INFINITY, 2, Double.NEGATIVE_INFINITY, -1e300}, 0, 4);
        assertArrayEquals(new double[] {-1e300, 2}, largest.sorted());
    }
}
