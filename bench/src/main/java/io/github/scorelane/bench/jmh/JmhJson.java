package io.github.scorelane.bench.jmh;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.family.Operation;
import io.github.scorelane.bench.jmh.Speeds.Speed;
import io.github.scorelane.bench.speed.FamilyBenchmark;
import io.github.scorelane.bench.speed.LanesProfiler;
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

    Speeds speeds() {
        List<Speed> found = new ArrayList<>();
        for (JsonElement element : runs) {
            JsonObject run = element.getAsJsonObject();
            Quantity.of(run.get("benchmark").getAsString()).ifPresent(quantity -> found.add(speed(quantity, run)));
        }
        return new Speeds(found);
    }

    /** The measurements of families. */
    List<FamilySpeed> families() {
        return runs.asList().stream().map(JsonElement::getAsJsonObject)
                .filter(run -> run.get("benchmark").getAsString().startsWith(FamilyBenchmark.class.getName() + "."))
                .map(JmhJson::family).toList();
    }

    private static FamilySpeed family(JsonObject run) {
        JsonObject parameters = run.getAsJsonObject("params");
        Family family = Family.valueOf(parameters.get("family").getAsString());
        int elements = family.elements(parameters.get("size").getAsInt());
        return new FamilySpeed(family, Operation.valueOf(parameters.get("operation").getAsString()),
                parameters.get("implementation").getAsString(), nanoseconds(run).per(elements),
                score(run.getAsJsonObject("secondaryMetrics"), BYTES, Double.NaN) / elements);
    }

    /** The flags that the forks were started with. */
    String jvmFlags() {
        return String.join(" ", runs.asList().stream()
                .flatMap(run -> run.getAsJsonObject().getAsJsonArray("jvmArgs").asList().stream())
                .map(JsonElement::getAsString).distinct().toList());
    }

    /** The settings of the first benchmark: how long and how often it was measured. */
    String settings() {
        JsonObject run = runs.get(0).getAsJsonObject();
        return "forks: %s, warm-up: %s of %s, measured: %s of %s".formatted(
                run.get("forks").getAsString(),
                run.get("warmupIterations").getAsString(), run.get("warmupTime").getAsString(),
                run.get("measurementIterations").getAsString(), run.get("measurementTime").getAsString());
    }

    private static Speed speed(Quantity quantity, JsonObject run) {
        JsonObject parameters = run.getAsJsonObject("params");
        JsonObject secondary = run.getAsJsonObject("secondaryMetrics");
        return new Speed(quantity, parameters.get("implementation").getAsString(), parameters.get("size").getAsInt(),
                nanoseconds(run), score(secondary, BYTES, Double.NaN), (int) score(secondary, LanesProfiler.METRIC, -1));
    }

    private static Interval nanoseconds(JsonObject run) {
        JsonObject primary = run.getAsJsonObject("primaryMetric");
        String unit = primary.get("scoreUnit").getAsString();
        if (!unit.equals("ns/op")) {
            throw new IllegalArgumentException("the unit is not ns/op: " + unit);
        }
        return new Interval(primary.get("score").getAsDouble(), primary.get("scoreError").getAsDouble());
    }

    private static double score(JsonObject metrics, String name, double absent) {
        return metrics.has(name) ? metrics.getAsJsonObject(name).get("score").getAsDouble() : absent;
    }
}
