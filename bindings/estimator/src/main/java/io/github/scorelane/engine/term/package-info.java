/**
 * Rows of terms, which are summed with f: scores, second derivatives, weighted scores. A row is an array with one number for each
 * sample of a block. Rows are made of samples and their statistics alone, never of f.
 */
package io.github.scorelane.engine.term;
