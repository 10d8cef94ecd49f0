package io.github.scorelane.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.scorelane.bench.Arguments.Runner;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void defaults() {
        assertEquals(new Arguments("normal", false, false, Optional.empty(), Runner.JMH, List.of()), Arguments.parse());
    }

    @Test
    void whatIsNotOursIsJmhs() {
        assertEquals(new Arguments("foundation", true, true, Optional.of("x/y"), Runner.JMH, List.of("-f", "1", "Words")),
                Arguments.parse("-f", "1", "-short", "-topic", "foundation", "Words", "-write", "-report", "x/y"));
    }

    @Test
    void pairedRunnerHasWhatIsLeft() {
        assertEquals(new Arguments("normal", true, false, Optional.empty(), Runner.PAIRED, List.of("words")),
                Arguments.parse("-paired", "words", "-short"));
    }

    @Test
    void familiesHaveATopicOfTheirOwn() {
        assertEquals(new Arguments("families", true, false, Optional.empty(), Runner.FAMILIES, List.of("gamma")),
                Arguments.parse("-families", "gamma", "-short"));
        assertEquals(new Arguments("a", false, false, Optional.empty(), Runner.FAMILIES, List.of()),
                Arguments.parse("-topic", "a", "-families"));
    }

    @Test
    void scalingIsAskedFor() {
        assertEquals(new Arguments("normal", false, false, Optional.empty(), Runner.SCALING, List.of()),
                Arguments.parse("-scaling"));
    }

    @Test
    void honestyHasATopicOfItsOwn() {
        assertEquals(new Arguments("honesty", true, false, Optional.empty(), Runner.HONESTY, List.of("gamma")),
                Arguments.parse("-honesty", "-short", "gamma"));
    }

    @Test
    void coldJvmsHaveATopicOfTheirOwn() {
        assertEquals(new Arguments("cold", true, false, Optional.empty(), Runner.COLD, List.of("^normal$")),
                Arguments.parse("-cold", "-short", "^normal$"));
    }

    @Test
    void papersHaveATopicOfTheirOwn() {
        assertEquals(new Arguments("papers", false, false, Optional.empty(), Runner.PAPERS, List.of()),
                Arguments.parse("-papers"));
    }

    @Test
    void varianceHasATopicOfItsOwn() {
        assertEquals(new Arguments("variance", true, false, Optional.empty(), Runner.VARIANCE, List.of()),
                Arguments.parse("-variance", "-short"));
    }

    @Test
    void badValuesAreRefused() {
        assertEquals("-topic needs a value",
                assertThrows(IllegalArgumentException.class, () -> Arguments.parse("-topic")).getMessage());
        assertEquals("topic is not of small letters, digits and hyphens: ../x",
                assertThrows(IllegalArgumentException.class, () -> Arguments.parse("-topic", "../x")).getMessage());
    }
}
