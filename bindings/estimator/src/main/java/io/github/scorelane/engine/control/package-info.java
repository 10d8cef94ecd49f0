/**
 * Control variates: those of the user, whose coefficients a pilot fits, and surrogates of f, which are fitted before a run. They
 * stand between f and the sums. Nothing here may be fitted to the samples that it is subtracted from.
 */
package io.github.scorelane.engine.control;
