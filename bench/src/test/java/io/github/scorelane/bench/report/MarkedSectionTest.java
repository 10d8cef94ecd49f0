package io.github.scorelane.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedSectionTest {
    private static final MarkedSection SECTION = new MarkedSection("a.md", "table");

    @TempDir
    Path root;

    @Test
    void readsWhatItWrote() throws IOException {
        Path document = root.resolve("a.md");
        Files.writeString(document, "a\n<!-- table: begin -->\nold\n<!-- table: end -->\nb\n");
        SECTION.write(root, "new $1 \\ text\n");
        assertEquals("a\n<!-- table: begin -->\nnew $1 \\ text\n<!-- table: end -->\nb\n", Files.readString(document));
        assertEquals(Optional.of("new $1 \\ text"), SECTION.read(root));
    }

    @Test
    void needsBothMarkersInOrder() throws IOException {
        Path document = root.resolve("a.md");
        for (String text : new String[] {"", "<!-- table: begin -->", "<!-- table: end --><!-- table: begin -->",
            "<!-- other: begin --><!-- other: end -->"}) {
            Files.writeString(document, text);
            assertEquals(Optional.empty(), SECTION.read(root));
            SECTION.write(root, "new");
            assertEquals(text, Files.readString(document));
        }
    }

    @Test
    void missingDocumentStaysMissing() throws IOException {
        SECTION.write(root, "new");
        assertFalse(Files.exists(root.resolve("a.md")));
    }

    @Test
    void linksGoUpFromTheDocument() {
        assertEquals("x/y.md", SECTION.link("x/y.md"));
        assertEquals("../../x/y.md", new MarkedSection("b/c/a.md", "table").link("x/y.md"));
    }
}
