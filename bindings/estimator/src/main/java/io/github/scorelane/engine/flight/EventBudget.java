package io.github.scorelane.engine.flight;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many events there may be: so many at once, and as many in each period after. It is a leaky bucket, known as the generic
 * cell rate algorithm: all that is kept is the time at which it is full again. An event that there may not be costs a look at
 * it, and waits for no other thread.
 */
final class EventBudget {
    /** Events without end. */
    static final String OFF = "off";
    private static final Pattern RATE = Pattern.compile("\\s*(\\d{1,18})\\s*/\\s*(ns|us|ms|s|m|h|d)\\s*");

    private final AtomicLong full = new AtomicLong();
    private final LongAdder refused = new LongAdder();
    private volatile Rate rate = Rate.of(OFF);

    /** Takes a rate as "1000/s", or "off", and begins with all of it; anything else is without effect. */
    void set(String text, long now) {
        Rate newRate = Rate.of(text);
        if (newRate != null) {
            rate = newRate;
            full.set(now);
            refused.reset();
        }
    }

    /** Whether there may be an event now, which is then counted. */
    boolean admits(long now) {
        Rate current = rate;
        if (current.interval == 0) {
            return true;
        }
        while (true) {
            long before = full.get();
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

    /** How often there was none since this was last asked. */
    long takeRefused() {
        return refused.sumThenReset();
    }

    /** The text that allows more, of two; the first, if neither can be read. */
    static String larger(String first, String second) {
        Rate a = Rate.of(first);
        Rate b = Rate.of(second);
        return b == null || a != null && a.perNanosecond() >= b.perNanosecond() ? first : second;
    }

    /** An event each so many nanoseconds, 0 for any number; more than the period for none. */
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
