package io.github.scorelane.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void defaults() {
        assertEquals(new Arguments("normal", false, false, Optional.empty(), false, List.of()), Arguments.parse());
    }

    @Test
    void whatIsNotOursIsJmhs() {
        assertEquals(new Arguments("foundation", true, true, Optional.of("x/y"), false, List.of("-f", "1", "Words")),
                Arguments.parse("-f", "1", "-short", "-topic", "foundation", "Words", "-write", "-report", "x/y"));
    }

    @Test
    void pairedRunnerHasWhatIsLeft() {
        assertEquals(new Arguments("normal", true, false, Optional.empty(), true, List.of("words")),
                Arguments.parse("-paired", "words", "-short"));
    }

    @Test
    void badValuesAreRefused() {
        assertEquals("-topic needs a value",
                assertThrows(IllegalArgumentException.class, () -> Arguments.parse("-topic")).getMessage());
        assertEquals("topic is not of small letters, digits and hyphens: ../x",
                assertThrows(IllegalArgumentException.class, () -> Arguments.parse("-topic", "../x")).getMessage());
    }
}
