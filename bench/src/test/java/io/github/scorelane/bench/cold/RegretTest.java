package io.github.scorelane.bench.cold;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RegretTest {
    /** The vectors are behind by 30, 80 and 40 ms where the twins have taken 10, 80 and 160. */
    private final Series ours = Made.points(100, 40, 800, 160, 1_600, 200, 5_000, 210);
    private final Series twins = Made.points(200, 20, 1_600, 160);

    @Test
    void worstMomentCounts() {
        assertEquals(4, Regret.worst(ours, ours.cpu(), twins, twins.cpu(), 0));
    }

    @Test
    void momentsBeforeTheLeastTimeDoNot() {
        assertEquals(2, Regret.worst(ours, ours.cpu(), twins, twins.cpu(), 10.5e6));
        assertEquals(1.25, Regret.worst(ours, ours.cpu(), twins, twins.cpu(), 81e6));
    }

    @Test
    void momentsThatTwinsDidNotReachDoNotCount() {
        assertEquals(Double.NaN, Regret.worst(ours, ours.cpu(), twins, twins.cpu(), 161e6));
    }

    @Test
    void sinceTheStartOfTheJvmTheFirstMomentWeighsLess() {
        long[] before = {100 * Made.MILLISECOND, 90 * Made.MILLISECOND};
        assertEquals(260.0 / 170, Regret.worst(ours, ours.cpu(), twins, twins.cpu(), before, 0), 1e-12);
    }

    @Test
    void oneThatIsAlwaysFasterHasLessThanOne() {
        assertEquals(0.5, Regret.worst(Made.points(100, 5, 200, 10), Made.points(100, 5, 200, 10).cpu(),
                Made.points(200, 20), Made.points(200, 20).cpu(), 0));
    }
}
