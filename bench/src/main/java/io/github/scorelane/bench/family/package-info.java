/** The families of distributions that are measured, ours beside the same law without Scorelane. */
package io.github.scorelane.bench.family;
