package io.github.scorelane.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.kernel.stream.SplitStream;
import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The library's packages depend on each other in one direction, without a circle, as the compiled classes show: by the classes that
 * they name in calls, fields, signatures and annotations. A constant that the compiler copies leaves no trace.
 */
class PackageArrowsTest {
    /** The packages, lowest first: each may name those that stand before it. */
    private static final List<Room> ROOMS = List.of(
            new Room("function", "what users implement"),
            new Room("distribution", "families: parameters, draws, log densities, scores"),
            new Room("engine.unit", "powers of two that keep f and scores in range"),
            new Room("engine.thread", "local threads, their cancellation, scratch that is kept"),
            new Room("engine.flight", "events for the Flight Recorder"),
            new Room("engine.evaluate", "adapters of the user's functions"),
            new Room("engine.draw", "samplers, which make the samples of a block"),
            new Room("engine.term", "rows of terms, which are summed with f"),
            new Room("engine.surrogate", "functions that resemble f and have a known expectation"),
            new Room("engine.result", "outcomes, and what their readers compute"),
            new Room("engine.baseline", "rules: what is subtracted, and the estimate that follows from the sums"),
            new Room("engine.control", "control variates and surrogates, as they are subtracted from f"),
            new Room("engine.sum", "a block's work: the worker, its sinks, and the seam for who works"),
            new Room("engine.run", "one run, from a problem to its outcome"),
            new Room("engine.stage", "runs that may end before their samples do"),
            new Room("engine.conditional", "runs of many small problems at once"),
            new Room("check", "tests of a user's own family"),
            new Room("", "types that users name"));

    private static final String ROOT = "io.github.scorelane";
    private static final Pattern NAMED = Pattern.compile("io/github/scorelane/((?:[a-z]+/)*)([A-Z]\\w*)");
    private static final List<String> ORDER = ROOMS.stream().map(Room::name).toList();
    private static List<ClassModel> library;

    /** Reads the library's classes; where kernel and library are compiled into one folder, without the kernel's. */
    @BeforeAll
    static void readLibrary() throws IOException {
        library = CompiledClasses.of(ScoreFunctionEstimator.class, ROOT).stream()
                .filter(each -> !CompiledClasses.name(each).startsWith(ROOT + ".kernel.")).toList();
    }

    @Test
    void arrowsRunOneWay() {
        assertEquals("", String.join("\n", wrongWay(ORDER)));
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        TreeSet<String> packages = new TreeSet<>();
        for (ClassModel each : library) {
            packages.add(packageOf(each));
        }
        assertEquals(new TreeSet<>(ORDER), packages, "A package has no place in the list of this test, or the list has one that is"
                + " gone. Put a new package above those that it uses and below those that use it.");
    }

    @Test
    void anArrowThatRunsTheWrongWayIsFound() {
        List<String> wrong = wrongWay(ORDER.reversed());
        assertTrue(wrong.stream().anyMatch(each -> each.startsWith("engine.stage.StagedRun names engine.run.BlockRun")),
                () -> String.join("\n", wrong));
    }

    @Test
    void vectorsAreNamedInTheKernelAlone() throws IOException {
        assertEquals(List.of(), namingVectors(library), "These classes name jdk.incubator. Move the loop to the kernel, to a file"
                + " with a scalar twin: the library has to load where the vector module is absent.");
        assertNotEquals(List.of(), namingVectors(CompiledClasses.of(SplitStream.class, ROOT + ".kernel")));
    }

    @Test
    void theQuickstartNamesNoVectors() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..", "quickstart", "src", "main"))) {
            List<Path> sources = files.filter(each -> each.toString().endsWith(".java")).toList();
            assertNotEquals(List.of(), sources);
            for (Path each : sources) {
                assertTrue(!Files.readString(each).contains("jdk.incubator"), each + " names jdk.incubator, which is the kernel's"
                        + " alone: users need no incubating module in their sources.");
            }
        }
    }

    /** Returns a sentence for each class that names one of a package which does not stand before its own. */
    private static List<String> wrongWay(List<String> order) {
        TreeSet<String> sentences = new TreeSet<>();
        for (ClassModel each : library) {
            String from = packageOf(each);
            for (Matcher named : named(each)) {
                String to = named.group(1).replaceFirst("/$", "").replace('/', '.');
                if (order.indexOf(to) > order.indexOf(from)) {
                    sentences.add(CompiledClasses.shortName(each) + " names " + (to.isEmpty() ? "" : to + ".") + named.group(2)
                            + ", but " + room(from) + " stands below " + room(to)
                            + ": move what is needed down, or what needs it up.");
                }
            }
        }
        return new ArrayList<>(sentences);
    }

    /** Returns the places where a class names one of the library's; the kernel, being below all, is left out. */
    private static List<Matcher> named(ClassModel model) {
        List<Matcher> found = new ArrayList<>();
        for (PoolEntry entry : model.constantPool()) {
            // Names of classes, descriptors and signatures all stand in the constant pool as text.
            if (entry instanceof Utf8Entry text && text.stringValue().contains("io/github/scorelane/")) {
                for (Matcher next = NAMED.matcher(text.stringValue()); next.find(); ) {
                    if (!next.group(1).startsWith("kernel/")) {
                        found.add(NAMED.matcher(next.group()));
                        found.getLast().find();
                    }
                }
            }
        }
        return found;
    }

    private static List<String> namingVectors(List<ClassModel> classes) {
        return classes.stream().filter(each -> {
            for (PoolEntry entry : each.constantPool()) {
                if (entry instanceof Utf8Entry text && text.stringValue().contains("jdk/incubator/")) {
                    return true;
                }
            }
            return false;
        }).map(CompiledClasses::name).toList();
    }

    private static String packageOf(ClassModel model) {
        return CompiledClasses.shortName(model).replaceFirst("\\.?[^.]*$", "");
    }

    private static String room(String name) {
        return (name.isEmpty() ? ROOT : name)
                + ROOMS.stream().filter(each -> each.name.equals(name)).map(each -> " (" + each.holds + ")").findFirst().orElse("");
    }

    /** A package, by its name below io.github.scorelane, and what stands in it. */
    private record Room(String name, String holds) {}
}
