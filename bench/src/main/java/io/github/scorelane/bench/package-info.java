/** Every claim of speed in the README, as a benchmark. */
package io.github.scorelane.bench;
