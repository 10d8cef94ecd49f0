package io.github.scorelane.bench.families;

import com.google.gson.Gson;
import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.family.Operation;
import io.github.scorelane.bench.turns.Clock;
import io.github.scorelane.bench.turns.ForkResult;
import io.github.scorelane.bench.turns.Pace;
import io.github.scorelane.bench.turns.PairJvm;
import io.github.scorelane.bench.turns.Settings;
import io.github.scorelane.bench.turns.Slices;
import io.github.scorelane.bench.turns.TimedTask;
import io.github.scorelane.bench.turns.Turns;
import io.github.scorelane.kernel.Lanes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A JVM that works all families before it measures the first, Scorelane's and the others through the same loops: a program that
 * has several at work, not one whose every call the compiler knows.
 */
final class FamilyFork {
    private static final Gson GSON = new Gson();

    private FamilyFork() {}

    /** Runs with the settings as JSON, the JVM's number, the families to measure, and a file for what was measured. */
    public static void main(String[] args) throws IOException {
        Settings settings = GSON.fromJson(args[0], Settings.class);
        Random random = new Random(Long.parseLong(args[1]));
        Set<Family> wanted = Stream.of(args[2].split(",")).map(Family::valueOf).collect(Collectors.toSet());
        Files.writeString(Path.of(args[3]), GSON.toJson(measure(settings, random, wanted)));
    }

    private static List<Result> measure(Settings settings, Random random, Set<Family> wanted) {
        Clock clock = Clock.CPU.orFinerOne();
        System.out.println(PairJvm.whatRuns(clock));
        List<FamilyTasks> families = new ArrayList<>(Arrays.stream(Family.values())
                .filter(family -> settings.hotMilliseconds() > 0 || wanted.contains(family))
                .map(family -> new FamilyTasks(family, clock)).toList());
        Collections.shuffle(families, random);
        families.forEach(family -> makeHot(family, settings.hotMilliseconds()));
        List<Result> results = new ArrayList<>();
        for (FamilyTasks family : families) {
            if (wanted.contains(family.family())) {
                FamilyTasks.OPERATIONS.forEach(operation -> results.addAll(measure(family, operation, settings, clock)));
            }
        }
        return results;
    }

    private static void makeHot(FamilyTasks family, int milliseconds) {
        for (Operation operation : FamilyTasks.OPERATIONS) {
            new Pace(family.ours(operation)).warmUp(milliseconds * 1_000_000L);
            family.contenders(operation).values().forEach(task -> new Pace(task).warmUp(milliseconds * 1_000_000L));
        }
    }

    private static List<Result> measure(FamilyTasks family, Operation operation, Settings settings, Clock clock) {
        Map<String, TimedTask> contenders = family.contenders(operation);
        List<Slices> slices = new Turns(settings).take(family.ours(operation), List.copyOf(contenders.values()));
        List<Result> results = new ArrayList<>();
        for (String contender : contenders.keySet()) {
            results.add(new Result(family.family(), operation,
                    new ForkResult(contender, clock, Lanes.description(), slices.get(results.size()))));
        }
        return results;
    }

    /**
     * The measurements of a family beside a contender in one JVM.
     *
     * @param family the family
     * @param operation the operation on it
     * @param result the slices beside the contender's
     */
    record Result(Family family, Operation operation, ForkResult result) {
        String id() {
            return FamilyMeasurements.id(family, operation);
        }
    }
}
