package io.github.scorelane.bench.study;

import io.github.scorelane.bench.report.Storage;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * One study: it measures something, keeps what it measured in a folder, and tells of it in tables, plots and prose. A package
 * holds all that is a study's own; the command line, the folders and the documents know studies by this interface alone, and by
 * the list of them all.
 *
 * @param <M> what one run of it measures
 */
public interface Study<M extends Measured> {
    /** The name in the index of results; behind a hyphen it asks for the study on the command line. */
    String name();

    /** The second half of the results folder's name, where the command line gives none. */
    default String topic() {
        return name();
    }

    /** The study's lines of the command line's help, each with its end. */
    String usage();

    /** Measures, and says so on standard output as it goes. */
    M measure(Request request) throws Exception;

    /** Tells whether all of it was measured: what was measured in part is not the project's, and stays among the build's files. */
    default boolean isComplete(Request request, M measured) {
        return request.selection().isComplete();
    }

    /** The form in which a folder keeps what was measured. */
    Storage<M> storage();

    /** All numbers in Markdown, by the names of their files. */
    Map<String, String> tables(M measured);

    /** The plots as SVG, by the names of their files. */
    default Map<String, String> plots(M measured) throws IOException {
        return Map.of();
    }

    /** The chapter on this study of a folder's README. */
    String section(M measured, String folder);

    /** The part that one of the project's documents shows of the newest run, if one does. */
    default Optional<Excerpt<M>> excerpt() {
        return Optional.empty();
    }
}
