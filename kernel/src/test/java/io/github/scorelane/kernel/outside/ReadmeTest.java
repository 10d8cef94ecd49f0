package io.github.scorelane.kernel.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that the example of the kernel's page is a class that compiles outside of the kernel's packages, and what it prints. */
@Tag("bits")
class ReadmeTest {
    /** The module is the working directory, also where its tests run once more in other JVMs. */
    private static final Path MODULE = Path.of("");
    private static final Path SOURCE = Path.of("src/test/java/io/github/scorelane/kernel/outside/ReadmeExample.java");

    private final String readme = Files.readString(MODULE.resolve("README.md"));

    ReadmeTest() throws IOException {}

    @Test
    void exampleIsTheSourceFileButForItsPackage() throws IOException {
        String source = Files.readString(MODULE.resolve(SOURCE));
        assertEquals(source.substring(source.indexOf("import ")), block("java"));
    }

    @Test
    void examplePrintsTheSameDigitsAtEveryWidth() {
        assertEquals(block("text"), printed());
        assertEquals(Math.exp(0.125), Double.parseDouble(block("text")), 2.5e-3);
    }

    /** Returns the first block of a language. */
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
            ReadmeExample.main(new String[0]);
        } finally {
            System.setOut(out);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
