package io.github.scorelane.bench.papers;

import java.util.SplittableRandom;

/** Row numbers, shuffled anew each time that all have been given; a batch may go over from one shuffle to the next. */
final class Batches {
    private final SplittableRandom random;
    private final int[] rows;
    private int given;

    Batches(int count, long seed) {
        random = new SplittableRandom(seed);
        rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = i;
        }
        given = count;
    }

    int[] next(int size) {
        int[] batch = new int[size];
        for (int i = 0; i < size; i++) {
            if (given == rows.length) {
                shuffle();
            }
            batch[i] = rows[given++];
        }
        return batch;
    }

    /** R. A. Fisher, F. Yates; in this form R. Durstenfeld, 1964. */
    private void shuffle() {
        for (int i = rows.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int row = rows[i];
            rows[i] = rows[j];
            rows[j] = row;
        }
        given = 0;
    }
}
