package io.github.scorelane.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairedArgumentsTest {
    @Test
    void withoutARegexItIsEverything() {
        assertTrue(PairedArguments.parse(List.of()).isComplete());
        assertFalse(PairedArguments.parse(List.of("words|log")).isComplete());
    }

    @Test
    void jvmArgsAreSplit() {
        assertEquals(new PairedArguments("log", List.of("-XX:UseAVX=2", "-Xmx1g")),
                PairedArguments.parse(List.of("log", "-jvmArgs", "-XX:UseAVX=2 -Xmx1g")));
    }

    @Test
    void whatIsLeftOverIsRefused() {
        for (List<String> rest : List.of(List.of("-f", "1"), List.of("log", "exp"))) {
            String message = assertThrows(IllegalArgumentException.class, () -> PairedArguments.parse(rest)).getMessage();
            assertTrue(message.startsWith("the paired runner does not take: "), message);
        }
        assertEquals("-jvmArgs needs a value", assertThrows(IllegalArgumentException.class,
                () -> PairedArguments.parse(List.of("-jvmArgs"))).getMessage());
    }
}
