package io.github.scorelane.bench.report;

import java.util.Optional;

/**
 * The part of a Markdown file that a program writes: between {@code <!-- name: begin -->} and {@code <!-- name: end -->}.
 *
 * @param name of the section
 */
record MarkedSection(String name) {
    /** What stands there, or nothing where the markers do not. */
    Optional<String> read(String text) {
        return isIn(text) ? Optional.of(text.substring(start(text), end(text)).strip()) : Optional.empty();
    }

    /** The text with another section, or as it is where it has no markers. */
    String replace(String text, String section) {
        return isIn(text) ? text.substring(0, start(text)) + "\n" + section.strip() + "\n" + text.substring(end(text)) : text;
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
