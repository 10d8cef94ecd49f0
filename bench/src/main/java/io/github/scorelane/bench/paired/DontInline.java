package io.github.scorelane.bench.paired;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Forbids the JIT compiler to inline classes' methods, so that a loop shows its worth where it is compiled on its own. */
final class DontInline {
    private DontInline() {}

    /** Makes a JVM's flags. The classes nested in these are meant too, each by its name, for a pattern does not reach them. */
    static List<String> flags(Class<?>... classes) {
        List<String> flags = new ArrayList<>(List.of("-XX:CompileCommand=quiet"));
        Stream.of(classes).flatMap(type -> Stream.concat(Stream.of(type), Stream.of(type.getDeclaredClasses())))
                .forEach(type -> flags.add("-XX:CompileCommand=dontinline," + type.getName() + "::*"));
        return flags;
    }
}
