package io.github.scorelane.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The guides of the repository, and the examples that they and the Javadoc of packages show. */
final class GuideBlocks {
    /** Surefire says where the module is; elsewhere it is the working directory. */
    static final Path ROOT = Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("../..").normalize();

    private static final Pattern FENCE = Pattern.compile("^```(\\w+)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    /** A snippet ends with its last line that is a brace: the example in it may end with one of its own. */
    private static final Pattern SNIPPET =
            Pattern.compile("^ \\* \\{@snippet :\n(.*?)^ \\* }$(?!\n \\* }$)", Pattern.MULTILINE | Pattern.DOTALL);

    private GuideBlocks() {}

    /**
     * An example.
     *
     * @param where the file and the line, for messages
     * @param code what is shown
     * @param output what the guide says that a program prints; null for a fragment
     */
    record Example(String where, String code, String output) {
        /** A program has a main method; what has none is a fragment of one. */
        boolean isProgram() {
            return code.contains("static void main(");
        }
    }

    /** Every guide: the README files beside the modules, and the pages for those who work on the library. */
    static List<Path> guides() throws IOException {
        List<Path> guides = new ArrayList<>();
        for (String folder : List.of(".", "kernel", "bench", "bindings/estimator", ".github", ".github/decisions")) {
            if (Files.isDirectory(ROOT.resolve(folder))) {
                try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
                    files.map(Path::normalize).filter(file -> file.toString().endsWith(".md")).sorted().forEach(guides::add);
                }
            }
        }
        return guides;
    }

    /** The Java examples of a guide. A block of text right behind a program is what it prints. */
    static List<Example> examples(Path guide) throws IOException {
        String text = Files.readString(guide);
        List<Example> examples = new ArrayList<>();
        Matcher block = FENCE.matcher(text);
        while (block.find()) {
            if (block.group(1).equals("java")) {
                Example example = new Example(where(guide, text, block.start()), block.group(2), null);
                Matcher next = FENCE.matcher(text);
                boolean says = example.isProgram() && next.find(block.end()) && next.group(1).equals("text");
                examples.add(says ? new Example(example.where(), example.code(), next.group(2)) : example);
            }
        }
        return examples;
    }

    /** The examples in the Javadoc of a package. */
    static List<Example> snippets(Path packageInfo) throws IOException {
        String text = Files.readString(packageInfo);
        List<Example> examples = new ArrayList<>();
        Matcher snippet = SNIPPET.matcher(text);
        while (snippet.find()) {
            String code = snippet.group(1).lines().map(line -> line.replaceFirst("^ \\* ?", "") + "\n")
                    .collect(Collectors.joining());
            examples.add(new Example(where(packageInfo, text, snippet.start()), code, null));
        }
        return examples;
    }

    private static String where(Path file, String text, int position) {
        return ROOT.relativize(file) + ":" + (text.substring(0, position).lines().count() + 1);
    }
}
