package io.github.scorelane.engine.flight;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Limit on the number of events in a recording: a given number at once, and as many again in each period after that. It is a
 * leaky bucket in the form of the generic cell rate algorithm (ITU-T recommendation I.371), whose whole state is one number, the
 * time at which the budget is full again. {@link ThrottleControl} asks it before each estimate. A refusal costs one read, and an
 * admission waits for no other thread, so that many short estimates at once do not queue here.
 */
final class EventBudget {
    /** Text of a budget that admits every event. */
    static final String OFF = "off";
    private static final Pattern RATE = Pattern.compile("\\s*(\\d{1,18})\\s*/\\s*(ns|us|ms|s|m|h|d)\\s*");

    /** Time, in nanoseconds, at which all of the budget is available again. */
    private final AtomicLong full = new AtomicLong();
    private final LongAdder refused = new LongAdder();
    private volatile Rate rate = Rate.of(OFF);

    /** Sets the rate, such as "1000/s" or "off", and makes all of it available at once; any other text is ignored. */
    void set(String text, long now) {
        Rate newRate = Rate.of(text);
        if (newRate != null) {
            rate = newRate;
            full.set(now);
            refused.reset();
        }
    }

    /** Tells whether an event is allowed now, and if so counts it. */
    boolean admits(long now) {
        Rate current = rate;
        if (current.interval == 0) {
            return true;
        }
        while (true) {
            long before = full.get();
            // Differences are compared, and not times, because System.nanoTime() may have any origin and may overflow.
            long after = (before - now > 0 ? before : now) + current.interval;
            if (after - now > current.period) {
                refused.increment();
                return false;
            }
            if (full.compareAndSet(before, after)) {
                return true;
            }
        }
    }

    /** Returns the number of refusals since the last call of this method. */
    long takeRefused() {
        return refused.sumThenReset();
    }

    /** Returns whichever of two texts allows more events; the first one if neither can be read. */
    static String larger(String first, String second) {
        Rate a = Rate.of(first);
        Rate b = Rate.of(second);
        return b == null || a != null && a.perNanosecond() >= b.perNanosecond() ? first : second;
    }

    /**
     * Rate of events.
     *
     * @param interval nanoseconds that one event uses up; 0 where every event is admitted, and more than the period where none is
     * @param period nanoseconds in which the budget fills
     */
    private record Rate(long interval, long period) {
        static Rate of(String text) {
            if (text.equals(OFF)) {
                return new Rate(0, 0);
            }
            Matcher parts = RATE.matcher(text);
            if (!parts.matches()) {
                return null;
            }
            long period = unit(parts.group(2));
            long number = Long.parseLong(parts.group(1));
            return new Rate(number == 0 ? period + 1 : Math.max(1, period / number), period);
        }

        private static long unit(String name) {
            return switch (name) {
                case "ns" -> 1;
                case "us" -> TimeUnit.MICROSECONDS.toNanos(1);
                case "ms" -> TimeUnit.MILLISECONDS.toNanos(1);
                case "s" -> TimeUnit.SECONDS.toNanos(1);
                case "m" -> TimeUnit.MINUTES.toNanos(1);
                case "h" -> TimeUnit.HOURS.toNanos(1);
                default -> TimeUnit.DAYS.toNanos(1);
            };
        }

        double perNanosecond() {
            return interval > period ? 0 : 1.0 / interval;
        }
    }
}
