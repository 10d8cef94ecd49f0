/** Rows of terms, which are summed with f: scores, second derivatives, weighted scores. */
package io.github.scorelane.engine.term;
