package io.github.scorelane.engine.flight;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import jdk.jfr.SettingControl;

/**
 * Setting {@code throttle} of the events of estimates, written as the JDK writes its own setting of that name ("1000/s", "off").
 * The JDK's setting decides about each event by itself when the event has ended; by then both time stamps are taken, and they alone
 * cost more than 2% of an estimate of 1,024 samples. This one decides before an estimate begins, with a time that the estimate
 * needs anyway, and its answer holds for the estimate and all its ranges of blocks, so that a recording never has a part of one.
 */
public final class ThrottleControl extends SettingControl {
    /** Rate that holds where a recording sets none. */
    static final String DEFAULT = "1000/s";
    private static final EventBudget BUDGET = new EventBudget();
    private static final AtomicLong NUMBER = new AtomicLong();

    private String value = DEFAULT;

    /** Creates the setting with its default value. The Flight Recorder calls this by reflection. */
    public ThrottleControl() {
        setValue(DEFAULT);
    }

    /**
     * Decides whether an estimate that begins now is recorded.
     *
     * @param now the time, from {@link System#nanoTime}
     * @return the estimate's number in the recording, which is not 0; or 0 if it is not recorded
     */
    public static long admit(long now) {
        return BUDGET.admits(now) ? NUMBER.incrementAndGet() : 0;
    }

    /**
     * Returns the number of estimates that were refused since the last call of this method.
     *
     * @return the number
     */
    public static long takeRefused() {
        return BUDGET.takeRefused();
    }

    /** Chooses the largest rate that any of the recordings wants: each recording then has at least the events it asked for. */
    @Override
    public String combine(Set<String> values) {
        return values.stream().reduce(EventBudget::larger).orElse(DEFAULT);
    }

    @Override
    public void setValue(String newValue) {
        value = newValue;
        BUDGET.set(newValue, System.nanoTime());
    }

    @Override
    public String getValue() {
        return value;
    }
}
