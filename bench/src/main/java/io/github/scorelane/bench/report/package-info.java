/**
 * The format of what studies tell: Markdown tables and lists, sections of documents that a program writes, files of measurements,
 * plots. Nothing here knows of a study.
 */
package io.github.scorelane.bench.report;
