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

/** A JVM that tests start to run a main class of theirs, with the library and its dependencies on the class path. */
final class ForkedJvm {
    private ForkedJvm() {}

    /** The class path of the JVM, from which a main class can make class loaders of its own. */
    static String classPath() {
        Stream<String> own = Stream.of(ForkedJvm.class, Estimate.class, Lanes.class).map(ForkedJvm::whereIs);
        Stream<String> all = Stream.of("jdk.module.path", "java.class.path").map(name -> System.getProperty(name, ""))
                .flatMap(path -> Stream.of(path.split(Pattern.quote(File.pathSeparator)))).filter(path -> !path.isEmpty());
        return Stream.concat(own, all).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static String whereIs(Class<?> type) {
        try {
            // The location of a class in a module that is patched with the tests is the module's, so the tests' own is found
            // another way.
            String file = type.getName().replace('.', '/') + ".class";
            URI uri = type.getResource("/" + file).toURI();
            String place = uri.getScheme().equals("jar") ? uri.getSchemeSpecificPart().replaceAll("!.*", "") : uri.toString()
                    .substring(0, uri.toString().length() - file.length());
            return Path.of(URI.create(place)).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a main class, and returns the text that it printed, including errors. */
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
