/** Events for the JDK's Flight Recorder. Nothing here is touched before a recording has begun. */
package io.github.scorelane.engine.flight;
