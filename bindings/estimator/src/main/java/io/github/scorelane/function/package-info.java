/**
 * Functions that users implement, beside those of {@link java.util.function} for a number and for a vector: of a block of samples
 * at once, of several outputs, of the rows of a batch of problems, and with derivatives by the parameters. An {@link
 * io.github.scorelane.function.EvaluationException} names the sample at which one of them failed.
 *
 * <p>Every form of a function is pure: its value at a sample depends on the sample alone, so that it may be evaluated in any order,
 * in any thread, and again. Batch forms get and fill columns, {@code x[d][s]} with d the coordinate and s the sample, because a
 * loop over one column is compiled to vector instructions.
 *
 * <p>The functions of an estimator of one expectation are {@link java.io.Serializable}, so that a lambda that holds nothing but
 * what is serialisable may be worked on another machine. On this one nothing is ever serialised.
 */
package io.github.scorelane.function;
