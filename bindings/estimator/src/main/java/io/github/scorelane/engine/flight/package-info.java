/**
 * Events for the JDK's Flight Recorder, and the budget that limits them. Nothing here but {@code Flight} is loaded before a
 * recording has begun, and nothing here reads a sample: an estimate has the same bits whether it is recorded or not.
 */
package io.github.scorelane.engine.flight;
