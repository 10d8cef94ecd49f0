package io.github.scorelane.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkedSectionTest {
    private static final MarkedSection SECTION = new MarkedSection("table");

    @Test
    void readsWhatItWrote() {
        String text = SECTION.replace("a\n<!-- table: begin -->\nold\n<!-- table: end -->\nb\n", "new $1 \\ text\n");
        assertEquals("a\n<!-- table: begin -->\nnew $1 \\ text\n<!-- table: end -->\nb\n", text);
        assertEquals(Optional.of("new $1 \\ text"), SECTION.read(text));
    }

    @Test
    void needsBothMarkersInOrder() {
        for (String text : new String[] {"", "<!-- table: begin -->", "<!-- table: end --><!-- table: begin -->",
            "<!-- other: begin --><!-- other: end -->"}) {
            assertEquals(Optional.empty(), SECTION.read(text));
            assertEquals(text, SECTION.replace(text, "new"));
        }
    }
}
