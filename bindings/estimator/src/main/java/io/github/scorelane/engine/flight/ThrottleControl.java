package io.github.scorelane.engine.flight;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import jdk.jfr.SettingControl;

/**
 * The setting {@code throttle} of estimates' events, in the words of the JDK's own. That one is asked when an event has ended, with
 * both of its time stamps taken, which alone are above 2% of an estimate of 1,024 samples, and for each event by itself; this one
 * before it begins, by a time that the estimate takes anyway, and once for an estimate and its ranges of blocks.
 */
public final class ThrottleControl extends SettingControl {
    /** What holds where nothing is set. */
    static final String DEFAULT = "1000/s";
    private static final EventBudget BUDGET = new EventBudget();
    private static final AtomicLong NUMBER = new AtomicLong();

    private String value = DEFAULT;

    /** The default; the Flight Recorder makes it. */
    public ThrottleControl() {
        setValue(DEFAULT);
    }

    /**
     * Whether an estimate that begins is to be recorded.
     *
     * @param now the time
     * @return its number, which is not 0; or 0 if it is not
     */
    public static long admit(long now) {
        return BUDGET.admits(now) ? NUMBER.incrementAndGet() : 0;
    }

    /**
     * How many estimates were refused since this was last asked.
     *
     * @return the number
     */
    public static long takeRefused() {
        return BUDGET.takeRefused();
    }

    /** Of several recordings, the one that wants most. */
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
