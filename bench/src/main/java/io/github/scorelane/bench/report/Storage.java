package io.github.scorelane.bench.report;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The form in which a folder keeps the measurements of a study.
 *
 * @param <M> the measurements
 */
public interface Storage<M> {
    /** Tells whether a folder has such measurements. */
    boolean isIn(Path folder);

    /** Reads them again. */
    M read(Path folder) throws IOException;

    /** Writes them into a folder that exists. */
    void write(M measured, Path folder) throws IOException;
}
