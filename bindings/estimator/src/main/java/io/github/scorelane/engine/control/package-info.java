/** Control variates: those of the user, and surrogates of f. */
package io.github.scorelane.engine.control;
