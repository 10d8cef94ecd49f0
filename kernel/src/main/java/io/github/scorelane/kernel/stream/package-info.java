/** Random words by index. */
package io.github.scorelane.kernel.stream;
