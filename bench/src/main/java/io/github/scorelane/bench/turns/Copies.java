package io.github.scorelane.bench.turns;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Makes things several times over, with gaps of all sizes between them in memory. */
public final class Copies {
    private static final int COUNT = 8;
    private static final int CACHE_LINE = 64;
    private static final long SEED = 20_261_121;
    /** The gaps themselves: they would close when the garbage is collected if nothing kept them. */
    private static final List<byte[]> GAPS = new ArrayList<>();

    private Copies() {}

    /** Makes as many copies as slices take in turn, each by the maker. */
    public static <T> List<T> of(Supplier<T> maker) {
        Random random = new Random(SEED);
        List<T> copies = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            GAPS.add(new byte[random.nextInt(CACHE_LINE)]);
            copies.add(maker.get());
        }
        return copies;
    }
}
