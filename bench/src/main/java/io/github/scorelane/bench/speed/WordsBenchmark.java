package io.github.scorelane.bench.speed;

import io.github.scorelane.bench.peer.CommonsWords;
import io.github.scorelane.kernel.stream.SplitStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Random words of SplitMix64. */
public class WordsBenchmark extends FillingBenchmark {
    @Param({Implementation.COMMONS, Implementation.SCALAR, Implementation.SIMD})
    public String implementation;

    /** Fills the array. */
    @Benchmark
    public Object words() {
        return fill();
    }

    @Override
    String implementation() {
        return implementation;
    }

    @Override
    ArrayWork make() {
        long[] words = new long[size];
        return new ArrayWork(switch (implementation) {
            case Implementation.COMMONS -> {
                CommonsWords commons = new CommonsWords(SEED);
                yield () -> commons.fill(words);
            }
            case Implementation.SCALAR, Implementation.SIMD -> {
                SplitStream stream = SplitStream.of(SEED);
                yield () -> stream.words(0, words, 0, size);
            }
            default -> throw unknownImplementation();
        }, words);
    }
}
