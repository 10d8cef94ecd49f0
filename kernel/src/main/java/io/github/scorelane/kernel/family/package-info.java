/** Families of distributions over arrays: draws, log densities and scores. */
package io.github.scorelane.kernel.family;
