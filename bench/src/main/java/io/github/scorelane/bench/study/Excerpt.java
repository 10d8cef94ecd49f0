package io.github.scorelane.bench.study;

import io.github.scorelane.bench.report.MarkedSection;
import java.util.function.BiFunction;

/**
 * The part of one of the project's documents that shows a study's newest run.
 *
 * @param section the place in the document
 * @param text the content, of the measurements and a link to the folder that they are in
 * @param <M> the measurements
 */
public record Excerpt<M>(MarkedSection section, BiFunction<M, String, String> text) {}
