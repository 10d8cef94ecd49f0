package io.github.scorelane.bench.study;

import io.github.scorelane.bench.report.Storage;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * One study: it measures something, keeps what it measured in a folder, and tells of it in tables, plots and prose. A package
 * holds all that is a study's own; the command line, the folders and the documents know studies by this class alone, and by
 * the list of them all.
 *
 * @param <M> the measurements of one run of it
 */
public abstract class Study<M extends Measured> {
    private final String name;
    private final String topic;
    private final String usage;
    private final Storage<M> storage;

    /**
     * Creates a study.
     *
     * @param name the name in the index of results; behind a hyphen it asks for the study on the command line
     * @param topic the second half of the results folder's name, where the command line gives none
     * @param usage the study's lines of the command line's help, each with its end
     * @param storage the form in which a folder keeps what was measured
     */
    protected Study(String name, String topic, String usage, Storage<M> storage) {
        this.name = name;
        this.topic = topic;
        this.usage = usage;
        this.storage = storage;
    }

    /** The name of the study. */
    public final String name() {
        return name;
    }

    /** The topic of the study. */
    public final String topic() {
        return topic;
    }

    /** The lines of help. */
    public final String usage() {
        return usage;
    }

    /** The form in which a folder keeps what was measured. */
    public final Storage<M> storage() {
        return storage;
    }

    /** Measures, and says so on standard output as it goes. */
    public abstract M measure(Request request) throws Exception;

    /** Tells whether all of it was measured: what was measured in part is not the project's, and stays among the build's files. */
    public boolean isComplete(Request request, M measured) {
        return request.selection().isComplete();
    }

    /** All numbers in Markdown, by the names of their files. */
    public abstract Map<String, String> tables(M measured);

    /** The plots as SVG, by the names of their files. */
    public Map<String, String> plots(M measured) throws IOException {
        return Map.of();
    }

    /** The chapter on this study of a folder's README. */
    public abstract String section(M measured, String folder);

    /** The part that one of the project's documents shows of the newest run, if one does. */
    public Optional<Excerpt<M>> excerpt() {
        return Optional.empty();
    }
}
