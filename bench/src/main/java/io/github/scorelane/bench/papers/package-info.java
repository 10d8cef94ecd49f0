/** The study of two papers: option sensitivities by the likelihood ratio, and the variances of gradient estimators. */
package io.github.scorelane.bench.papers;
