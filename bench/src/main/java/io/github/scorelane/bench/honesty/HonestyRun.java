package io.github.scorelane.bench.honesty;

import io.github.scorelane.bench.machine.Machine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/** Takes the figures of all cells, or of those of some families. */
public final class HonestyRun {
    private final HonestySettings settings;
    private final Pattern families;

    /** Creates a run over the families whose names contain an expression. */
    public HonestyRun(HonestySettings settings, String regex) {
        this.settings = settings;
        families = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** Measures, and says so on standard output as it goes. */
    public HonestyMeasurements measure(Machine machine) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        List<Cell> cells = Cell.all(family -> families.matcher(family.name().replace("_", "")).find());
        say("exact gradients of %,d cells".formatted(cells.size()), start);
        Map<String, String> functions = new LinkedHashMap<>();
        cells.forEach(cell -> functions.put(HonestyMeasurements.key(cell.family(), cell.set(), cell.function()),
                cell.subject().text()));
        List<GridRow> rows = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(settings.threads())) {
            List<Future<List<GridRow>>> pending = cells.stream().map(cell -> threads.submit(() -> measure(cell))).toList();
            for (int i = 0; i < cells.size(); i++) {
                rows.addAll(pending.get(i).get());
                if (i + 1 == cells.size() || cells.get(i + 1).family() != cells.get(i).family()) {
                    say(cells.get(i).family().toString(), start);
                }
            }
        }
        return new HonestyMeasurements(machine.lines(), settings, functions, rows);
    }

    private List<GridRow> measure(Cell cell) {
        List<GridRow> rows = new ArrayList<>();
        for (int samples : settings.samples()) {
            rows.addAll(CellStudy.measure(cell, samples, settings.seedsOf(samples)));
        }
        return rows;
    }

    private static void say(String what, long start) {
        System.out.printf("%s, after %.1f s%n", what, (System.nanoTime() - start) * 1e-9);
    }
}
