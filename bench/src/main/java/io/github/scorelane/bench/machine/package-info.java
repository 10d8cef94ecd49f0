/** What a measurement was made on. */
package io.github.scorelane.bench.machine;
