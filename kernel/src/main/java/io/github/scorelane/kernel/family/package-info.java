/**
 * Contains families of distributions over arrays: their draws, log densities and scores. They stand between the streams, of whose
 * words draws are made, and the sums, which read scores. A parameter is the caller's to check.
 */
package io.github.scorelane.kernel.family;
