package io.github.scorelane.bench.turns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Turns are tested with tasks whose time is made up. */
class TurnsTest {
    private static final Settings SETTINGS = new Settings(1, 10, 40, 1, 1, 1, List.of());

    private final List<String> turns = new ArrayList<>();

    @Test
    void ratioIsOfSlicesSideBySide() {
        double[] drift = {1};
        TimedTask reference = calls -> {
            drift[0] *= 1.01; // the machine gets slower and slower, for all alike
            return Math.round(calls * 1000 * drift[0]);
        };
        TimedTask contender = calls -> Math.round(calls * 3000 * drift[0]);
        Slices slices = new Turns(SETTINGS).take(reference, List.of(contender)).getFirst();
        Quantiles ratio = slices.quantiles((ours, theirs) -> theirs / ours);
        assertEquals(3, ratio.median(), 0.04);
        assertEquals(3, ratio.p10(), 0.04);
        assertEquals(3, ratio.p90(), 0.04);
        assertTrue(slices.reference()[39] > 1.2 * slices.reference()[0]);
    }

    @Test
    void eachContenderHasItsPairInEveryRound() {
        List<Slices> slices = new Turns(SETTINGS).take(named("r", 1000), List.of(named("a", 2000), named("b", 500)));
        assertEquals(2, slices.size());
        assertEquals(2, slices.get(0).quantiles((ours, theirs) -> theirs / ours).median());
        assertEquals(0.5, slices.get(1).quantiles((ours, theirs) -> theirs / ours).median());
        List<String> rounds = turns.subList(turns.size() - 4 * SETTINGS.rounds(), turns.size());
        for (int pair = 0; pair < rounds.size(); pair += 2) {
            assertEquals(1, Collections.frequency(rounds.subList(pair, pair + 2), "r"));
        }
        for (String contender : List.of("a", "b")) {
            assertEquals(SETTINGS.rounds(), Collections.frequency(rounds, contender));
        }
    }

    @Test
    void orderIsDrawnFromAFixedSeed() {
        new Turns(SETTINGS).take(named("r", 1000), List.of(named("a", 1000)));
        List<String> first = List.copyOf(turns);
        turns.clear();
        new Turns(SETTINGS).take(named("r", 1000), List.of(named("a", 1000)));
        assertEquals(first, turns);
        List<String> rounds = turns.subList(turns.size() - 2 * SETTINGS.rounds(), turns.size());
        assertNotEquals(Collections.nCopies(SETTINGS.rounds(), List.of("r", "a")).stream().flatMap(List::stream).toList(),
                rounds);
    }

    @Test
    void sliceHasAsManyCallsAsFillIt() {
        Pace pace = new Pace(calls -> calls * 1000L);
        assertEquals(1000, pace.warmUp(100 * Pace.SLICE));
        int[] asked = {0};
        Pace counted = new Pace(calls -> {
            asked[0] = calls;
            return calls * 1000L;
        });
        counted.warmUp(100 * Pace.SLICE);
        assertEquals(1000, counted.slice());
        assertEquals(Pace.SLICE / 1000, asked[0]);
    }

    private TimedTask named(String name, long nanoseconds) {
        return calls -> {
            turns.add(name);
            return calls * nanoseconds;
        };
    }
}
