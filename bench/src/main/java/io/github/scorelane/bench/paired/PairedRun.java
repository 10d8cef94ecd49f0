package io.github.scorelane.bench.paired;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import io.github.scorelane.bench.machine.Jvm;
import io.github.scorelane.bench.machine.Machine;
import io.github.scorelane.bench.paired.PairedMeasurements.FirstCall;
import io.github.scorelane.bench.paired.PairedMeasurements.HotKernel;
import io.github.scorelane.bench.turns.ForkResult;
import io.github.scorelane.bench.turns.Pair;
import io.github.scorelane.bench.turns.PairJvm;
import io.github.scorelane.bench.turns.Quantiles;
import io.github.scorelane.bench.turns.Settings;
import io.github.scorelane.bench.turns.Slices;
import io.github.scorelane.bench.turns.Turns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Measures all that is compared, each comparison in JVMs of its own. */
public final class PairedRun {
    /** The names that the regular expression may have besides those of comparisons. */
    static final String HOT_KERNELS = "hot-kernels";
    static final String FIRST_CALLS = "first-calls";

    /** The flag by which arrays begin alike on their cache lines in a JVM that has made many of them, and in one that has not. */
    private static final String ALIKE = "-XX:ObjectAlignmentInBytes=64";
    private static final List<Integer> FIRST_SAMPLES = List.of(16, 100_000);
    private static final long SEED = 20_261_121;

    private final Predicate<String> wanted;
    private final Settings settings;

    /** Creates a run of all in whose names a regular expression is found. */
    public PairedRun(String regex, Settings settings) {
        wanted = Pattern.compile(regex).asPredicate();
        this.settings = settings;
    }

    /** Measures. */
    public PairedMeasurements run(Machine machine) throws IOException, InterruptedException {
        System.out.println("# MKL: " + PeerSource.mkl());
        List<Pair> pairs = new ArrayList<>();
        for (Comparison comparison : Comparison.values()) {
            if (wanted.test(comparison.id())) {
                pairs.addAll(compare(comparison));
            }
        }
        List<HotKernel> hot = wanted.test(HOT_KERNELS) ? hotKernels() : List.of();
        List<FirstCall> first = wanted.test(FIRST_CALLS) ? firstCalls() : List.of();
        return new PairedMeasurements(
                machine.with("measured", settings.toString()).with("mkl", PeerSource.mkl()).lines(), pairs, hot, first);
    }

    private List<Pair> compare(Comparison comparison) throws IOException, InterruptedException {
        System.out.println("\n# " + comparison.id());
        Map<String, List<ForkResult>> byContender = new LinkedHashMap<>();
        for (int fork = 0; fork < settings.forks(); fork++) {
            fork(comparison).forEach(
                    result -> byContender.computeIfAbsent(result.contender(), _ -> new ArrayList<>()).add(result));
        }
        List<Pair> pairs = byContender.values().stream()
                .map(results -> Pair.of(comparison.id(), comparison.elements(), results)).toList();
        pairs.forEach(Pair::say);
        return pairs;
    }

    private List<ForkResult> fork(Comparison comparison) throws IOException, InterruptedException {
        List<String> flags = new ArrayList<>(settings.jvmArgs());
        flags.addAll(comparison.jvmFlags());
        return PairJvm.warm(flags).answer(PairedFork.class, List.of(comparison.name(), new Gson().toJson(settings)),
                new TypeToken<>() {});
    }

    /** Measures each kernel among hot ones, in several orders that are drawn from a fixed seed. */
    private List<HotKernel> hotKernels() throws IOException {
        Random random = new Random(SEED);
        List<HotKernel> measured = new ArrayList<>();
        for (int order = 0; order < settings.orders(); order++) {
            for (Kernel kernel : Kernel.values()) {
                List<Kernel> others = new ArrayList<>(Arrays.asList(Kernel.values()));
                others.remove(kernel);
                Collections.shuffle(others, random);
                measured.add(hot(kernel, others));
            }
        }
        return measured;
    }

    private HotKernel hot(Kernel kernel, List<Kernel> others) throws IOException {
        List<String> flags = new ArrayList<>(settings.jvmArgs());
        flags.add(ALIKE);
        try (RemoteKernel fresh = new RemoteKernel(flags, kernel, Kernel.BLOCK, 0, List.of());
                RemoteKernel hot = new RemoteKernel(flags, kernel, Kernel.BLOCK, settings.hotMilliseconds(), others)) {
            Slices slices = new Turns(settings).take(fresh, List.of(hot)).getFirst();
            HotKernel measured = new HotKernel(kernel, others, slices.quantiles((alone, _) -> alone),
                    slices.quantiles((_, among) -> among), slices.quantiles((alone, among) -> among / alone));
            System.out.printf(Locale.ROOT, "%s, hot to fresh: %.3f%n", kernel.title(), measured.ratio().median());
            return measured;
        }
    }

    private List<FirstCall> firstCalls() throws IOException, InterruptedException {
        List<FirstCall> measured = new ArrayList<>();
        for (int samples : FIRST_SAMPLES) {
            double[] milliseconds = new double[settings.firstCalls()];
            for (int trial = 0; trial < milliseconds.length; trial++) {
                Process process = PairJvm.cold(settings.jvmArgs()).program(ColdEstimate.class, List.of(Integer.toString(samples)))
                        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
                milliseconds[trial] = Double.parseDouble(process.inputReader().readLine());
                Jvm.requireSuccess(process, "");
            }
            measured.add(new FirstCall(samples, milliseconds.length, Quantiles.of(milliseconds)));
            System.out.printf(Locale.ROOT, "first call, n = %d: %.1f ms%n", samples, measured.getLast().milliseconds().median());
        }
        return measured;
    }
}
