/** Gradients of expectations by the score function estimator, with their error bars. */
package io.github.scorelane;
