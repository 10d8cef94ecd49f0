package io.github.scorelane.bench.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {
    @Test
    void withoutARegexItIsEverything() {
        assertTrue(Selection.parse(List.of()).isComplete());
        assertFalse(Selection.parse(List.of("words|log")).isComplete());
    }

    @Test
    void jvmArgsAreSplit() {
        assertEquals(new Selection("log", List.of("-XX:UseAVX=2", "-Xmx1g")),
                Selection.parse(List.of("log", "-jvmArgs", "-XX:UseAVX=2 -Xmx1g")));
    }

    @Test
    void whatIsLeftOverIsRefused() {
        for (List<String> rest : List.of(List.of("-f", "1"), List.of("log", "exp"))) {
            String message = assertThrows(IllegalArgumentException.class, () -> Selection.parse(rest)).getMessage();
            assertTrue(message.startsWith("this study does not take: "), message);
        }
        assertEquals("-jvmArgs needs a value", assertThrows(IllegalArgumentException.class,
                () -> Selection.parse(List.of("-jvmArgs"))).getMessage());
    }
}
