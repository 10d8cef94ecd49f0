package io.github.scorelane.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("bits")
class WorkListTest {
    private static final double[] REFUSED = {0.0, -0.0, -1, -Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY};
    private static final double[] ACCEPTED = {1, Double.MIN_VALUE, Double.POSITIVE_INFINITY};

    @Test
    void listsThePlacesOfWhatIsNotPositive() {
        SplittableRandom random = new SplittableRandom(1);
        for (int length : new int[] {0, 1, 7, 8, 9, 63, 64, 65, 130, 1023, 1024}) {
            for (double part : new double[] {0, 0.02, 0.5, 1}) {
                boolean[] refused = new boolean[length];
                double[] margins = new double[length];
                for (int i = 0; i < length; i++) {
                    refused[i] = random.nextDouble() < part;
                    double[] from = refused[i] ? REFUSED : ACCEPTED;
                    margins[i] = from[random.nextInt(from.length)];
                }
                long[] expected = IntStream.range(0, length).filter(i -> refused[i]).asLongStream().toArray();
                long[] places = new long[length + WorkList.SPARE];
                int count = WorkList.ofRefused(margins, length, places);
                assertArrayEquals(expected, Arrays.copyOf(places, count), length + " elements");
            }
        }
    }

    @Test
    void listsThePlacesOfBits() {
        long[] bits = {0x8000000000000001L, 0, -1L, 0b1011};
        long[] places = new long[256];
        int count = WorkList.ofBits(bits, 200, places);
        assertEquals(2 + 64 + 3, count);
        assertArrayEquals(new long[] {0, 63, 128, 129}, Arrays.copyOf(places, 4));
        assertArrayEquals(new long[] {191, 192, 193, 195}, Arrays.copyOfRange(places, count - 4, count));
    }
}
