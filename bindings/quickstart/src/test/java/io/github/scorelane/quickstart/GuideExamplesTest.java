package io.github.scorelane.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.ScoreFunctionEstimator;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every Java example of the guides, and of the Javadoc of packages, compiles and runs, and every program prints what its guide
 * says. A fragment stands in the surrounding that {@link #SURROUNDING} shows, with the names that the guides take as given.
 */
class GuideExamplesTest {
    private static final String SURROUNDING = """
            %s
            import io.github.scorelane.kernel.math.Exp;
            import io.github.scorelane.kernel.math.Log;
            import io.github.scorelane.kernel.stream.SplitStream;
            import java.time.Duration;
            import java.util.*;
            import java.util.function.*;

            final class %s {
                /** Any function of a number. */
                static final DoubleUnaryOperator f = x -> x * x;
                /** A payoff on the steps of a path. */
                static final ToDoubleFunction<double[]> payoff = x -> Math.max(0, x[0] + x[1]);
                static final double[] means = {0.1, 0.2};
                static final double[] deviations = {1, 1};
                /** The logits of three actions in two states. */
                static final double[][] logits = {{0, 0.5}, {1, 0}, {-1, 0.25}};
                static byte[] saved;

                static double reward(int state, int action) {
                    return state == action ? 1 : 0;
                }

                static void save(byte[] bytes) {
                    saved = bytes;
                }

                static void main() throws Exception {
            %s
                }
            }
            """;
    private static final Pattern CLASS = Pattern.compile("final class (\\w+)");
    private static final List<String> PACKAGES = List.of("", "distribution/", "check/");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyExampleRuns() throws IOException {
        List<GuideBlocks.Example> examples = new ArrayList<>();
        for (Path guide : GuideBlocks.guides()) {
            examples.addAll(GuideBlocks.examples(guide));
        }
        Path sources = GuideBlocks.ROOT.resolve("bindings/estimator/src/main/java/io/github/scorelane");
        for (String name : PACKAGES) {
            List<GuideBlocks.Example> snippets = GuideBlocks.snippets(sources.resolve(name + "package-info.java"));
            assertFalse(snippets.isEmpty(), "no example in the Javadoc of " + name);
            examples.addAll(snippets);
        }
        assertTrue(examples.size() > 20, examples.size() + " examples");
        return examples.stream().map(each -> DynamicTest.dynamicTest(each.where(), () -> requireItRuns(each)));
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        Pattern link = Pattern.compile("]\\(([^)#:\\s]+)(?:#([^)\\s]*))?\\)|]\\(#([^)\\s]*)\\)");
        for (Path guide : GuideBlocks.guides()) {
            Matcher found = link.matcher(Files.readString(guide));
            while (found.find()) {
                Path target = found.group(1) == null ? guide : guide.resolveSibling(found.group(1)).normalize();
                assertTrue(Files.exists(target), GuideBlocks.ROOT.relativize(guide) + " links to " + found.group());
                String anchor = found.group(1) == null ? found.group(3) : found.group(2);
                if (anchor != null && target.toString().endsWith(".md")) {
                    assertTrue(anchors(target).contains(anchor), GuideBlocks.ROOT.relativize(guide) + " links to " + found.group());
                }
            }
        }
    }

    /** The anchors that GitHub gives to headings: lower case, without punctuation, with hyphens for blanks. */
    private static List<String> anchors(Path guide) throws IOException {
        return Files.readString(guide).lines().filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase().replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    private void requireItRuns(GuideBlocks.Example example) throws Exception {
        String name = "Fragment";
        String source = example.code();
        if (example.isProgram()) {
            Matcher declared = CLASS.matcher(source);
            assertTrue(declared.find(), "no class in " + example.where());
            name = declared.group(1);
        } else {
            source = SURROUNDING.formatted(imports(), name, source.indent(8));
        }
        Path classes = Files.createTempDirectory(folder, "example");
        Path file = Files.writeString(classes.resolve(name + ".java"), source);
        compile(file, classes);
        String printed = printed(classes, name);
        if (example.isProgram()) {
            assertEquals(example.output(), printed);
        }
    }

    /** All types that a user of the library may name. */
    private static String imports() {
        return ScoreFunctionEstimator.class.getModule().getDescriptor().exports().stream()
                .filter(each -> !each.isQualified()).map(each -> "import " + each.source() + ".*;")
                .collect(Collectors.joining("\n"));
    }

    private static void compile(Path file, Path classes) {
        String path = Stream.of("jdk.module.path", "java.class.path").map(System::getProperty)
                .filter(each -> each != null && !each.isEmpty()).collect(Collectors.joining(File.pathSeparator));
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        int code = ToolProvider.findFirst("javac").orElseThrow().run(out, out, "-proc:none", "-d", classes.toString(),
                "-classpath", path, file.toString());
        assertEquals(0, code, messages.toString());
    }

    private static String printed(Path classes, String name) throws Exception {
        PrintStream out = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()},
                GuideExamplesTest.class.getClassLoader());
                PrintStream capture = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            Method main = Arrays.stream(loader.loadClass(name).getDeclaredMethods())
                    .filter(method -> method.getName().equals("main")).findFirst().orElseThrow();
            main.setAccessible(true);
            System.setOut(capture);
            main.invoke(null, main.getParameterCount() == 0 ? new Object[0] : new Object[] {new String[0]});
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            System.setOut(out);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
