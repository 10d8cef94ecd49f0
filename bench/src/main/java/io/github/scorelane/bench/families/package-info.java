/** The study of every family of distributions, in pairs that take turns. */
package io.github.scorelane.bench.families;
