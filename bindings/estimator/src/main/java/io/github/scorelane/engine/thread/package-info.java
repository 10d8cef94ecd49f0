/**
 * Local threads: the crew that shares the tasks of one run, its cancellation, and the pool of arrays that are kept from one run to
 * the next. Nothing here knows of distributions, samples or sums.
 */
package io.github.scorelane.engine.thread;
