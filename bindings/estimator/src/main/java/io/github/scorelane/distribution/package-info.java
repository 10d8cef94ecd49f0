/** Families of distributions: what an estimate draws from and takes scores of. */
package io.github.scorelane.distribution;
