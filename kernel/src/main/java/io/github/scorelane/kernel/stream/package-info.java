/** Contains streams of random words that are read by index, so that any range of them can be computed anywhere. */
package io.github.scorelane.kernel.stream;
