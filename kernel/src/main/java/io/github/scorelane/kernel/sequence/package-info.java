/**
 * Contains points that fill a cube more evenly than independent ones, and a map that makes the best use of their first coordinates.
 */
package io.github.scorelane.kernel.sequence;
