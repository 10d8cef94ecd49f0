/** The study of variance: estimators' variance, and time × variance, relative to the plain one's. */
package io.github.scorelane.bench.variance;
