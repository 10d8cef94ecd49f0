package io.github.scorelane.bench.cold;

import io.github.scorelane.bench.cold.ColdMeasurements.ProgramRow;
import io.github.scorelane.bench.machine.Jvm;
import io.github.scorelane.bench.machine.Machine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Starts all JVMs, one after the other: the library's and its twins' in turns. */
public final class ColdRun {
    private static final String ONE_CORE_LEFT_OUT = "One processor is left out: there is no command taskset here.";

    private final ColdSettings settings;
    private final Pattern wanted;
    private final List<ColdRow> rows = new ArrayList<>();
    private final List<CurvePoint> curves = new ArrayList<>();
    private final List<ProgramRow> programs = new ArrayList<>();
    private final List<SpecialRow> specials = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** Creates a run of all in whose names an expression is found. */
    public ColdRun(ColdSettings settings, String regex) {
        this.settings = settings;
        wanted = Pattern.compile(regex);
    }

    /** Measures, and says so on standard output as it goes. */
    public ColdMeasurements measure(Machine machine) throws IOException, InterruptedException {
        for (Scenario scenario : Scenario.values()) {
            if (wanted.matcher(scenario.id()).find()) {
                if (scenario.isOnOneCore() && !ColdJvm.canHoldOnOneCore()) {
                    notes.add(ONE_CORE_LEFT_OUT);
                } else {
                    measure(scenario);
                }
            }
        }
        for (Special special : Special.values()) {
            if (wanted.matcher(special.id()).find()) {
                measure(special);
            }
        }
        for (int times : settings.times()) {
            for (Program program : Program.values()) {
                if (wanted.matcher(program.id()).find()) {
                    measure(program, times);
                }
            }
        }
        return new ColdMeasurements(machine.lines(), settings, notes, rows, curves, programs, specials);
    }

    private void measure(Scenario scenario) throws IOException, InterruptedException {
        record Pair(ColdRow row, Series ours, Series twins) {}

        List<Pair> pairs = new ArrayList<>();
        for (int jvm = 0; jvm < settings.jvms(); jvm++) {
            boolean oursFirst = jvm % 2 == 0;
            Series first = series(scenario, oursFirst ? Runs.VECTORS : Runs.TWINS);
            Series second = series(scenario, oursFirst ? Runs.TWINS : Runs.VECTORS);
            Series ours = oursFirst ? first : second;
            Series twins = oursFirst ? second : first;
            ColdRow row = ColdRow.of(scenario, jvm, ours, twins);
            pairs.add(new Pair(row, ours, twins));
            say("%-16s regret CPU %.2f wall %.2f (from the first estimate %.2f), steady after %.2f s CPU %.2f s wall (twins %.2f),"
                            + " %.2f ns a sample (twins %.2f), %.1f bytes a sample (twins %.1f); CPU s to 1e5..1e8: %.3f %.3f %.3f"
                            + " %.3f (twins %.3f %.3f %.3f %.3f)", scenario.id(), row.regretCpu(), row.regretWall(),
                    row.firstRegretCpu(), row.steadyCpu(), row.steadyWall(), row.twinsSteadyCpu(), row.speed(), row.twinsSpeed(),
                    row.bytes(), row.twinsBytes(), row.cpu5(), row.cpu6(), row.cpu7(), row.cpu8(),
                    row.twinsCpu5(), row.twinsCpu6(), row.twinsCpu7(), row.twinsCpu8());
        }
        pairs.sort(Comparator.comparingDouble(pair -> pair.row().regretCpu()));
        Pair middle = pairs.get(pairs.size() / 2);
        pairs.stream().map(Pair::row).sorted(Comparator.comparingInt(ColdRow::jvm)).forEach(rows::add);
        curves.addAll(CurvePoint.of(scenario, Runs.VECTORS, middle.ours()));
        curves.addAll(CurvePoint.of(scenario, Runs.TWINS, middle.twins()));
    }

    private Series series(Scenario scenario, Runs runs) throws IOException, InterruptedException {
        double before = scenario.isAfterNormal() ? settings.beforeSeconds() : 0;
        double part = runs == Runs.TWINS ? 0.5 : 1;
        return jvm(runs, scenario.isOnOneCore()).quietAnswer(ColdFork.class, List.of(scenario.name(), Double.toString(before),
                Long.toString(settings.samples()), Double.toString(part * settings.leastSeconds()),
                Double.toString(part * settings.mostSeconds())), Series.class);
    }

    private void measure(Special special) throws IOException, InterruptedException {
        for (int jvm = 0; jvm < settings.jvms(); jvm++) {
            for (Runs runs : List.of(Runs.VECTORS, Runs.TWINS)) {
                SpecialFork.Windows windows = jvm(runs, false).quietAnswer(SpecialFork.class,
                        List.of(special.name(), Double.toString(settings.hotSeconds())), SpecialFork.Windows.class);
                SpecialRow row = SpecialRow.of(special, runs, jvm, windows.hot(), windows.after());
                specials.add(row);
                say("%-24s %-7s hot %.3f ns an element, worst 5 ms %.1f, %.0f ms above 10 times that, %.0f ms lost", special.id(),
                        runs, row.hot(), row.worst(), row.slow(), row.lost());
            }
        }
    }

    private void measure(Program program, int times) throws IOException, InterruptedException {
        for (int jvm = 0; jvm < settings.programJvms(); jvm++) {
            for (Runs runs : Runs.values()) {
                ColdJvm.Times taken = ColdJvm.time(jvm(runs, false), program.main(runs),
                        List.of(Integer.toString(program.work(times))));
                programs.add(new ProgramRow(program, times, runs, jvm, taken.wall(), taken.cpu()));
                say("%-18s x %-2d %-7s %.2f s wall, %.2f s CPU", program.id(), times, runs, taken.wall(), taken.cpu());
            }
        }
    }

    private Jvm jvm(Runs runs, boolean onOneCore) {
        return ColdJvm.of(runs, settings.jvmArgs(), onOneCore);
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
