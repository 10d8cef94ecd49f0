package io.github.scorelane.bench.speed;

import io.github.scorelane.bench.peer.CommonsWords;
import io.github.scorelane.kernel.stream.SplitStream;
import org.openjdk.jmh.annotations.Benchmark;

/** Random words of SplitMix64. */
public class WordsBenchmark extends CommonsBenchmark {
    /** Fills the array. */
    @Benchmark
    public Object words() {
        return fill();
    }

    @Override
    ArrayWork make() {
        long[] words = new long[size];
        Runnable run = switch (implementation) {
            case Implementation.COMMONS -> {
                CommonsWords commons = new CommonsWords(SEED);
                yield () -> commons.fill(words);
            }
            case Implementation.SCALAR, Implementation.SIMD -> {
                SplitStream stream = SplitStream.of(SEED);
                yield () -> stream.words(0, words, 0, size);
            }
            default -> throw unknownImplementation();
        };
        return new ArrayWork(run, words);
    }
}
