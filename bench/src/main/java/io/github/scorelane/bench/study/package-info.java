/**
 * The frame of a study: what the command line asks of it, the folder that keeps what it measured, and the documents that show the
 * newest of it.
 */
package io.github.scorelane.bench.study;
