package io.github.scorelane.bench.peer;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Commons RNG's SplitMix64, word by word. */
public final class CommonsWords {
    private final UniformRandomProvider generator;

    /** A generator of a seed. */
    public CommonsWords(long seed) {
        generator = RandomSource.SPLIT_MIX_64.create(seed);
    }

    /** Fills an array. */
    public void fill(long[] words) {
        for (int i = 0; i < words.length; i++) {
            words[i] = generator.nextLong();
        }
    }

    /** Fills an array with uniforms of 53 bits in [0, 1). */
    public void fill(double[] uniforms) {
        for (int i = 0; i < uniforms.length; i++) {
            uniforms[i] = generator.nextDouble();
        }
    }
}
