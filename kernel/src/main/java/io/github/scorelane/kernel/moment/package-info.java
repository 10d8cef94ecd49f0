/** The sums that an estimate is made of, and the fixed tree that adds them. */
package io.github.scorelane.kernel.moment;
