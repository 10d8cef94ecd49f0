/**
 * Functions that users implement: of a number, of a vector, of a block of samples, of rows, and with derivatives by the
 * parameters; and the exception that names the sample at which one of them failed.
 */
package io.github.scorelane.function;
