/** Points that fill a cube more evenly than independent ones, and what makes the best use of their first coordinates. */
package io.github.scorelane.kernel.sequence;
