/** Random words for test batteries. */
package io.github.scorelane.bench.randomness;
