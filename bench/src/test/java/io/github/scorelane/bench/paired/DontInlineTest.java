package io.github.scorelane.bench.paired;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DontInlineTest {
    @Test
    void namesNestedClassesEachByItself() {
        String name = DontInlineTest.class.getName();
        assertEquals(List.of("-XX:CompileCommand=quiet", "-XX:CompileCommand=dontinline," + name + "::*",
                "-XX:CompileCommand=dontinline," + name + "$Nested::*"), DontInline.flags(DontInlineTest.class));
    }

    private static final class Nested {
    }
}
