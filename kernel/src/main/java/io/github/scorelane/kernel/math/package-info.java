/** Elementary functions over arrays, each with a stated error bound. */
package io.github.scorelane.kernel.math;
