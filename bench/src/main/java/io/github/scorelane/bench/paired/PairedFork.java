package io.github.scorelane.bench.paired;

import com.google.gson.Gson;
import io.github.scorelane.bench.speed.Implementation;
import io.github.scorelane.bench.turns.Clock;
import io.github.scorelane.bench.turns.Copies;
import io.github.scorelane.bench.turns.ForkResult;
import io.github.scorelane.bench.turns.LocalTask;
import io.github.scorelane.bench.turns.PairJvm;
import io.github.scorelane.bench.turns.Settings;
import io.github.scorelane.bench.turns.Slices;
import io.github.scorelane.bench.turns.Task;
import io.github.scorelane.bench.turns.TimedTask;
import io.github.scorelane.bench.turns.Turns;
import io.github.scorelane.kernel.Lanes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The program of a JVM that measures one comparison. */
final class PairedFork {
    private static final Gson GSON = new Gson();

    private PairedFork() {}

    /** Measures: the comparison, the settings as JSON, and a file for what was measured. */
    public static void main(String[] args) throws IOException {
        Comparison comparison = Comparison.valueOf(args[0]);
        Settings settings = GSON.fromJson(args[1], Settings.class);
        Files.writeString(Path.of(args[2]), GSON.toJson(measure(comparison, settings)));
    }

    private static List<ForkResult> measure(Comparison comparison, Settings settings) throws IOException {
        return comparison == Comparison.SCORES_AND_SUMS
                ? List.of(besideTwins(comparison, Kernel.SCORES_AND_SUMS, settings)) : inOneJvm(comparison, settings);
    }

    /** Measures the vectors beside the twins, each in a JVM of its own, since a JVM has one or the other. */
    private static ForkResult besideTwins(Comparison comparison, Kernel kernel, Settings settings) throws IOException {
        List<String> scalar = new ArrayList<>(settings.jvmArgs());
        scalar.add("-Dscorelane.vector.bits=0");
        try (RemoteKernel simd = new RemoteKernel(settings.jvmArgs(), kernel, comparison.elements(), 0, List.of());
                RemoteKernel twins = new RemoteKernel(scalar, kernel, comparison.elements(), 0, List.of())) {
            Slices slices = new Turns(settings).take(simd, List.of(twins)).getFirst();
            return new ForkResult(Implementation.SCALAR, Clock.CPU.orFinerOne(), Lanes.description(), slices);
        }
    }

    private static List<ForkResult> inOneJvm(Comparison comparison, Settings settings) {
        Clock clock = comparison.clock().orFinerOne();
        System.out.println(PairJvm.whatRuns(clock));
        TimedTask ours = new LocalTask(Copies.of(comparison::ours), clock);
        List<String> names = new ArrayList<>();
        List<TimedTask> contenders = new ArrayList<>();
        for (PeerSource source : PeerSource.all()) {
            List<List<Task>> copies = Copies.of(() -> source.tasks(comparison));
            for (int i = 0; i < copies.getFirst().size(); i++) {
                int place = i;
                names.add(copies.getFirst().get(place).name());
                contenders.add(new LocalTask(copies.stream().map(tasks -> tasks.get(place)).toList(), clock));
                System.out.println("# Beside " + names.getLast() + ": " + source.description());
            }
        }
        List<Slices> slices = new Turns(settings).take(ours, contenders);
        return IntStream.range(0, names.size())
                .mapToObj(i -> new ForkResult(names.get(i), clock, Lanes.description(), slices.get(i))).toList();
    }
}
