package io.github.scorelane.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.NormalQuantile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Tests that what the README shows is what runs. */
class ReadmeTest {
    private static final Path SOURCE =
            Path.of("bindings/quickstart/src/main/java/io/github/scorelane/quickstart/ReadmeExample.java");

    private final String readme = Files.readString(GuideBlocks.ROOT.resolve("README.md"));

    ReadmeTest() throws IOException {}

    @Test
    void exampleIsTheSourceFileButForItsPackage() throws IOException {
        String source = Files.readString(GuideBlocks.ROOT.resolve(SOURCE));
        assertEquals(source.substring(source.indexOf("import ")), block("java"));
    }

    @Test
    void examplePrintsWhatTheReadmeSays() {
        assertEquals(block("text"), printed());
    }

    @Test
    void exampleIsRight() {
        NormalDistribution standard = NormalDistribution.of(0, 1);
        double z = (1 - 0.5) / 1.2;
        double density = standard.density(z) / 1.2;
        double[] exact = {standard.survivalProbability(z), density, density * z};
        List<String> lines = printed().lines().toList();
        assertEquals(exact.length, lines.size());
        for (int i = 0; i < exact.length; i++) {
            String[] numbers = lines.get(i).substring(lines.get(i).indexOf("= ") + 2).split(" \\+- ");
            double error = Double.parseDouble(numbers[1]);
            assertTrue(error > 0 && error < 3e-4, lines.get(i));
            assertEquals(exact[i], Double.parseDouble(numbers[0]), 4.5 * error, lines.get(i));
        }
    }

    @Test
    void boundsAreTheKernels() throws IOException {
        String guide = Files.readString(GuideBlocks.ROOT.resolve("bindings/estimator/README.md"));
        assertTrue(guide.contains("| `Log` | " + Log.MAX_ULPS + " |"), "bound of Log");
        assertTrue(guide.contains("| `Exp` | " + Exp.MAX_ULPS + " |"), "bound of Exp");
        assertTrue(guide.contains("| `NormalQuantile` | " + NormalQuantile.MAX_ULPS + " |"), "bound of NormalQuantile");
    }

    /** Whoever sees the project for the first time reads all of it. */
    @Test
    void readmeIsShort() {
        assertTrue(readme.lines().count() <= 150, readme.lines().count() + " lines");
    }

    /** Whoever moves to a new version wants to know which of their results will differ. */
    @Test
    void everyReleaseSaysWhichBitsDiffer() throws IOException {
        String[] releases = Files.readString(GuideBlocks.ROOT.resolve("bindings/estimator/CHANGELOG.md")).split("\n## ");
        assertTrue(releases.length > 1, "no release");
        for (int i = 1; i < releases.length; i++) {
            assertTrue(releases[i].contains("\n### Bits\n\n- "), releases[i].lines().findFirst().orElseThrow());
        }
    }

    /** The first block of a language. */
    private String block(String language) {
        String opening = "```" + language + "\n";
        int begin = readme.indexOf(opening) + opening.length();
        assertTrue(begin >= opening.length(), "no block of " + language);
        return readme.substring(begin, readme.indexOf("```", begin));
    }

    private static String printed() {
        PrintStream out = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream capture = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            System.setOut(capture);
            ReadmeExample.main();
        } finally {
            System.setOut(out);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
