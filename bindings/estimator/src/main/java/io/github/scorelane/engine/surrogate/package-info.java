/**
 * Surrogates of f: functions h that resemble f and whose expectation, with its gradient, is known. A run subtracts h from f,
 * estimates the gradient of E[f − h], which has less variance, and adds the known gradient of E[h]. A surrogate is fitted to f at
 * fixed points or at samples drawn for that alone, never at samples of the run: so the estimate stays exactly unbiased.
 */
package io.github.scorelane.engine.surrogate;
