/** Threads that share the work of one run, their cancellation, and arrays that are kept from one run to the next. */
package io.github.scorelane.engine.thread;
