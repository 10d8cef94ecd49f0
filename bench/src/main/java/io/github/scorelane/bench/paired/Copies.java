package io.github.scorelane.bench.paired;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Makes things several times over, with gaps of all sizes between them in memory. */
final class Copies {
    private static final int COUNT = 8;
    private static final int CACHE_LINE = 64;
    private static final long SEED = 20_261_121;
    /** Kept, or the gaps would close when the garbage is collected. */
    private static final List<byte[]> GAPS = new ArrayList<>();

    private Copies() {}

    static <T> List<T> of(Supplier<T> maker) {
        Random random = new Random(SEED);
        List<T> copies = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            GAPS.add(new byte[random.nextInt(CACHE_LINE)]);
            copies.add(maker.get());
        }
        return copies;
    }
}
