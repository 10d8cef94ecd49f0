package io.github.scorelane.bench.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.family.Operation;
import io.github.scorelane.bench.speed.FamilyBenchmark;
import io.github.scorelane.bench.speed.LanesProfiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** JMH's JSON file. */
final class JmhJson {
    private static final String BYTES = "gc.alloc.rate.norm";
    private static final Gson PRETTY = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final JsonArray runs;

    private JmhJson(JsonArray runs) {
        this.runs = runs;
    }

    static JmhJson read(Path file) throws IOException {
        return of(Files.readString(file));
    }

    static JmhJson of(String json) {
        return new JmhJson(JsonParser.parseString(json).getAsJsonArray());
    }

    /** The file without the folder in which this machine keeps its JDK. */
    String withoutPaths() {
        for (JsonElement run : runs) {
            run.getAsJsonObject().addProperty("jvm", "java");
        }
        return PRETTY.toJson(runs) + "\n";
    }

    Measurements measurements() {
        List<Measurement> found = new ArrayList<>();
        for (JsonElement element : runs) {
            JsonObject run = element.getAsJsonObject();
            Quantity.of(run.get("benchmark").getAsString()).ifPresent(quantity -> found.add(measurement(quantity, run)));
        }
        return new Measurements(found);
    }

    /** Those of families. */
    List<FamilyMeasurement> families() {
        return runs.asList().stream().map(JsonElement::getAsJsonObject)
                .filter(run -> run.get("benchmark").getAsString().startsWith(FamilyBenchmark.class.getName() + "."))
                .map(JmhJson::family).toList();
    }

    private static FamilyMeasurement family(JsonObject run) {
        JsonObject parameters = run.getAsJsonObject("params");
        Family family = Family.valueOf(parameters.get("family").getAsString());
        int elements = family.elements(parameters.get("size").getAsInt());
        return new FamilyMeasurement(family, Operation.valueOf(parameters.get("operation").getAsString()),
                parameters.get("implementation").getAsString(), nanoseconds(run).per(elements),
                score(run.getAsJsonObject("secondaryMetrics"), BYTES, Double.NaN) / elements);
    }

    /** Flags that the forks were started with. */
    String jvmFlags() {
        return String.join(" ", runs.asList().stream()
                .flatMap(run -> run.getAsJsonObject().getAsJsonArray("jvmArgs").asList().stream())
                .map(JsonElement::getAsString).distinct().toList());
    }

    /** How long and how often it was measured, of the first benchmark. */
    String settings() {
        JsonObject run = runs.get(0).getAsJsonObject();
        return "forks: %s, warm-up: %s of %s, measured: %s of %s".formatted(
                run.get("forks").getAsString(),
                run.get("warmupIterations").getAsString(), run.get("warmupTime").getAsString(),
                run.get("measurementIterations").getAsString(), run.get("measurementTime").getAsString());
    }

    private static Measurement measurement(Quantity quantity, JsonObject run) {
        JsonObject parameters = run.getAsJsonObject("params");
        JsonObject secondary = run.getAsJsonObject("secondaryMetrics");
        return new Measurement(quantity, parameters.get("implementation").getAsString(), parameters.get("size").getAsInt(),
                nanoseconds(run), score(secondary, BYTES, Double.NaN), (int) score(secondary, LanesProfiler.METRIC, -1));
    }

    private static Measured nanoseconds(JsonObject run) {
        JsonObject primary = run.getAsJsonObject("primaryMetric");
        String unit = primary.get("scoreUnit").getAsString();
        if (!unit.equals("ns/op")) {
            throw new IllegalArgumentException("the unit is not ns/op: " + unit);
        }
        return new Measured(primary.get("score").getAsDouble(), primary.get("scoreError").getAsDouble());
    }

    private static double score(JsonObject metrics, String name, double absent) {
        return metrics.has(name) ? metrics.getAsJsonObject(name).get("score").getAsDouble() : absent;
    }
}
