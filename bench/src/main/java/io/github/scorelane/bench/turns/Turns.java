package io.github.scorelane.bench.turns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Lets a reference and its contenders take turns. Who comes first is drawn anew each time, from a fixed seed. */
public final class Turns {
    private static final long SEED = 20_261_121;
    /** The part of its time that a task still has after a window of warm-up, if it is warm. */
    private static final double SETTLED = 0.98;
    private static final int MAX_WINDOWS = 8;

    private final Settings settings;
    private final Random random = new Random(SEED);

    /** Creates turns as long and as many as settings say. */
    public Turns(Settings settings) {
        this.settings = settings;
    }

    /** Takes the turns, and returns the slices of each contender beside the reference's. */
    public List<Slices> take(TimedTask referenceTask, List<TimedTask> contenderTasks) {
        Pace reference = new Pace(referenceTask);
        List<Pace> contenders = contenderTasks.stream().map(Pace::new).toList();
        List<Pace> all = new ArrayList<>(contenders);
        all.add(reference);
        warmUp(all);
        List<Slices> slices = contenders.stream()
                .map(_ -> new Slices(new double[settings.rounds()], new double[settings.rounds()])).toList();
        List<Integer> order = new ArrayList<>(IntStream.range(0, contenders.size()).boxed().toList());
        for (int round = 0; round < settings.rounds(); round++) {
            Collections.shuffle(order, random);
            for (int i : order) {
                pair(reference, contenders.get(i), slices.get(i), round);
            }
        }
        return slices;
    }

    private void pair(Pace reference, Pace contender, Slices slices, int round) {
        boolean contenderFirst = random.nextBoolean();
        if (contenderFirst) {
            slices.contender()[round] = contender.slice();
        }
        slices.reference()[round] = reference.slice();
        if (!contenderFirst) {
            slices.contender()[round] = contender.slice();
        }
    }

    /** Warms tasks up in turns too, for they share the compiler, until nobody gets faster any more. */
    private void warmUp(List<Pace> all) {
        double[] before = new double[all.size()];
        boolean settled = false;
        for (int window = 0; window < MAX_WINDOWS && !settled; window++) {
            settled = window > 0;
            for (int i = 0; i < all.size(); i++) {
                double now = all.get(i).warmUp(settings.warmUpNanoseconds());
                settled &= now > SETTLED * before[i];
                before[i] = now;
            }
        }
    }
}
