package io.github.scorelane.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The part of a Markdown document that a program writes: between {@code <!-- name: begin -->} and {@code <!-- name: end -->}.
 *
 * @param document the document's path from the project's root, with slashes
 * @param name the section's name
 */
public record MarkedSection(String document, String name) {
    /** Writes the section anew. A document that is missing, or has no such markers, is left alone. */
    public void write(Path root, String content) throws IOException {
        Path file = root.resolve(document);
        if (Files.isRegularFile(file)) {
            Files.writeString(file, replace(Files.readString(file), content));
        }
    }

    /** The section as it stands in the document, or nothing where the markers do not. */
    public Optional<String> read(Path root) throws IOException {
        String text = Files.readString(root.resolve(document));
        return isIn(text) ? Optional.of(text.substring(start(text), end(text)).strip()) : Optional.empty();
    }

    /** A path from the project's root as a link in the document has it. */
    public String link(String path) {
        return "../".repeat(document.split("/").length - 1) + path;
    }

    private String replace(String text, String content) {
        return isIn(text) ? text.substring(0, start(text)) + "\n" + content.strip() + "\n" + text.substring(end(text)) : text;
    }

    private boolean isIn(String text) {
        return text.contains(begin()) && end(text) >= start(text);
    }

    private int start(String text) {
        return text.indexOf(begin()) + begin().length();
    }

    private int end(String text) {
        return text.indexOf("<!-- " + name + ": end -->");
    }

    private String begin() {
        return "<!-- " + name + ": begin -->";
    }
}
