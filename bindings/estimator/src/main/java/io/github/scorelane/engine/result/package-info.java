/** Outcomes of runs, and the linear algebra and quantiles that their readers ask for. */
package io.github.scorelane.engine.result;
