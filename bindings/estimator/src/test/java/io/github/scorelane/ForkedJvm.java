package io.github.scorelane;

import io.github.scorelane.kernel.Lanes;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs a main class of the tests in a JVM of its own, with the library and what it needs on its class path. */
final class ForkedJvm {
    private ForkedJvm() {}

    /** Returns the class path of the tests, of which a main class can make class loaders, too. */
    static String classPath() {
        Stream<String> own = Stream.of(ForkedJvm.class, Estimate.class, Lanes.class).map(ForkedJvm::whereIs);
        Stream<String> all = Stream.of("jdk.module.path", "java.class.path").map(name -> System.getProperty(name, ""))
                .flatMap(path -> Stream.of(path.split(Pattern.quote(File.pathSeparator)))).filter(path -> !path.isEmpty());
        return Stream.concat(own, all).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static String whereIs(Class<?> type) {
        try {
            // Where the tests patch the module, their classes stand in the module's place.
            String file = type.getName().replace('.', '/') + ".class";
            URI uri = type.getResource("/" + file).toURI();
            String place = uri.getScheme().equals("jar") ? uri.getSchemeSpecificPart().replaceAll("!.*", "") : uri.toString()
                    .substring(0, uri.toString().length() - file.length());
            return Path.of(URI.create(place)).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a main class, and returns what it printed, errors among it. */
    static String run(Class<?> main, String... flags) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector"));
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", classPath(), main.getName()));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("the JVM did not end: " + command);
            }
            return output;
        } catch (IOException e) {
            throw new IllegalStateException(command.toString(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
