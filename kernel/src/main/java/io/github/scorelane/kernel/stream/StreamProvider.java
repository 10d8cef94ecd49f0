package io.github.scorelane.kernel.stream;

import java.util.stream.Stream;
import org.apache.commons.rng.SplittableUniformRandomProvider;
import org.apache.commons.rng.UniformRandomProvider;

/** A {@link SplitStream} read in order, for samplers that keep a generator. */
final class StreamProvider implements SplittableUniformRandomProvider {
    private final SplitStream stream;
    private long next;

    StreamProvider(SplitStream stream) {
        this.stream = stream;
    }

    @Override
    public long nextLong() {
        return stream.word(next++);
    }

    @Override
    public SplittableUniformRandomProvider split(UniformRandomProvider source) {
        return SplitStream.of(source.nextLong(), SplitStream.mixGamma(source.nextLong())).asProvider();
    }

    @Override
    public SplittableUniformRandomProvider split() {
        long seed = nextLong();
        return SplitStream.of(seed, SplitStream.mixGamma(stream.state(next++))).asProvider();
    }

    @Override
    public Stream<SplittableUniformRandomProvider> splits(long size, SplittableUniformRandomProvider source) {
        if (size < 0) {
            throw new IllegalArgumentException("size is negative: " + size);
        }
        return Stream.generate(() -> split(source)).sequential().limit(size);
    }
}
