package io.github.scorelane.bench.families;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.machine.Machine;
import io.github.scorelane.bench.paired.PeerSource;
import io.github.scorelane.bench.turns.Pair;
import io.github.scorelane.bench.turns.PairJvm;
import io.github.scorelane.bench.turns.Settings;
import io.github.scorelane.bench.turns.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Measures families beside the same laws without Scorelane, in several JVMs, each of which measures them all. */
public final class FamilyRun {
    private final String wanted;
    private final Settings settings;

    /** Creates a run of the families in whose names a regular expression is found. */
    public FamilyRun(String regex, Settings settings) {
        wanted = Arrays.stream(Family.values()).filter(family -> Pattern.compile(regex).asPredicate().test(family.id()))
                .map(Family::name).collect(Collectors.joining(","));
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("no family is called: " + regex);
        }
        this.settings = settings;
    }

    /** Measures. */
    public FamilyMeasurements run(Machine machine) throws IOException, InterruptedException {
        System.out.println("# MKL: " + PeerSource.mkl());
        Map<List<String>, List<FamilyFork.Result>> byPair = new LinkedHashMap<>();
        for (int fork = 0; fork < settings.forks(); fork++) {
            List<FamilyFork.Result> results = PairJvm.warm(settings.jvmArgs()).answer(FamilyFork.class,
                    List.of(new Gson().toJson(settings), Integer.toString(fork), wanted), new TypeToken<>() {});
            results.forEach(result -> byPair
                    .computeIfAbsent(List.of(result.id(), result.result().contender()), _ -> new ArrayList<>()).add(result));
        }
        List<Pair> pairs = byPair.values().stream().map(FamilyRun::pair).toList();
        pairs.forEach(Pair::say);
        return new FamilyMeasurements(
                machine.with("measured", settings.toString()).with("mkl", PeerSource.mkl()).lines(), pairs);
    }

    private static Pair pair(List<FamilyFork.Result> results) {
        FamilyFork.Result first = results.getFirst();
        return Pair.of(first.id(), first.family().elements(Task.SIZE),
                results.stream().map(FamilyFork.Result::result).toList());
    }
}
