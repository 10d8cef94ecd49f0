package io.github.scorelane.bench.peer;

import java.util.SplittableRandom;

/** The JDK's SplittableRandom, word by word. */
public final class JdkWords {
    private final SplittableRandom generator;

    /** A generator of a seed. */
    public JdkWords(long seed) {
        generator = new SplittableRandom(seed);
    }

    /** Fills an array. */
    public void fill(long[] words) {
        for (int i = 0; i < words.length; i++) {
            words[i] = generator.nextLong();
        }
    }
}
