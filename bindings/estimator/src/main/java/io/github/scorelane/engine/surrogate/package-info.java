/**
 * Surrogates of f: functions h that resemble f, whose expectation and its gradient are known. They are fitted to f at fixed
 * points, so that no sample knows of them, and are subtracted from f before anything is summed.
 */
package io.github.scorelane.engine.surrogate;
