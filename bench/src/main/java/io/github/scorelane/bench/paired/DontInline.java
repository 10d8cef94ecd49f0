package io.github.scorelane.bench.paired;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Forbids the JIT compiler to inline classes' methods: what a loop is worth that it compiles on its own. */
final class DontInline {
    private DontInline() {}

    /** Flags of a JVM. The classes nested in these are meant too, each by its name, for a pattern does not reach them. */
    static List<String> flags(Class<?>... classes) {
        List<String> flags = new ArrayList<>(List.of("-XX:CompileCommand=quiet"));
        Stream.of(classes).flatMap(type -> Stream.concat(Stream.of(type), Stream.of(type.getDeclaredClasses())))
                .forEach(type -> flags.add("-XX:CompileCommand=dontinline," + type.getName() + "::*"));
        return flags;
    }
}
