/**
 * Distributions by their densities alone, and exact expectations by quadrature and sums: the truths that the library's estimates
 * are compared with. Nothing here calls the library.
 */
package io.github.scorelane.bench.honesty.law;
