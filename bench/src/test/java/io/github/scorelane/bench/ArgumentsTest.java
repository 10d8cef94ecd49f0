package io.github.scorelane.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.bench.study.Study;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
    @Test
    void defaults() {
        assertEquals(new Arguments(named("JMH"), "normal", false, false, Optional.empty(), false, List.of()), Arguments.parse());
    }

    @Test
    void whatIsNotOursIsJmhs() {
        assertEquals(new Arguments(named("JMH"), "foundation", true, true, Optional.of("x/y"), false,
                        List.of("-f", "1", "Words")),
                Arguments.parse("-f", "1", "-short", "-topic", "foundation", "Words", "-write", "-report", "x/y"));
    }

    @ParameterizedTest
    @CsvSource({"paired, normal", "families, families", "scaling, normal", "papers, papers", "variance, variance",
        "honesty, honesty", "cold, cold"})
    void studyHasItsTopicAndWhatIsLeft(String name, String topic) {
        assertEquals(new Arguments(named(name), topic, true, false, Optional.empty(), false, List.of("gamma")),
                Arguments.parse("-" + name, "gamma", "-short"));
        assertEquals(new Arguments(named(name), "a", false, false, Optional.empty(), false, List.of()),
                Arguments.parse("-topic", "a", "-" + name));
    }

    @Test
    void helpNamesEveryStudy() {
        assertTrue(Arguments.parse("-h").isHelp());
        Studies.ALL.stream().skip(1).forEach(study -> assertTrue(Arguments.usage().contains("\n-" + study.name() + " "),
                study::name));
    }

    @Test
    void badValuesAreRefused() {
        assertEquals("-topic needs a value",
                assertThrows(IllegalArgumentException.class, () -> Arguments.parse("-topic")).getMessage());
        assertEquals("topic is not of small letters, digits and hyphens: ../x",
                assertThrows(IllegalArgumentException.class, () -> Arguments.parse("-topic", "../x")).getMessage());
    }

    private static Study<?> named(String name) {
        return Studies.ALL.stream().filter(study -> study.name().equals(name)).findFirst().orElseThrow();
    }
}
