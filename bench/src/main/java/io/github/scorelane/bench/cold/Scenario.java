package io.github.scorelane.bench.cold;

import java.util.Locale;

/** The work that a JVM is asked for, from its first use of the library on, or after ten seconds of something else. */
public enum Scenario {
    /** Estimates of a normal distribution, with the default baseline. */
    NORMAL("Normal, fresh JVM"),
    /** Estimates of a normal distribution, with leave-one-out. */
    LEAVE_ONE_OUT("Normal, leave-one-out, fresh JVM"),
    /** A family that is taken up after ten seconds of Normal. */
    GAMMA("Gamma after Normal"),
    /** Another family after Normal. */
    STUDENT_T("Student t after Normal"),
    /** Another family after Normal. */
    POISSON("Poisson after Normal"),
    /** Another family after Normal. */
    LOG_NORMAL("log-normal after Normal"),
    /** Another family after Normal. */
    EXPONENTIAL("exponential after Normal"),
    /** Another family after Normal. */
    BETA("Beta after Normal"),
    /** Another family after Normal. */
    WEIBULL("Weibull after Normal"),
    /** Another family after Normal. */
    VON_MISES("von Mises after Normal"),
    /** Estimates of six families in turn. */
    SIX_FAMILIES("six families in turn, fresh JVM"),
    /** The simple form of f, a hundred classes of it in turn. */
    LAMBDAS("100 lambdas in turn, fresh JVM"),
    /** Small estimates, each at another distribution. */
    SMALL_AT("256 samples, at(θ) in a loop, fresh JVM"),
    /** Small estimates, each with an estimator of its own. */
    SMALL_OF("256 samples, of(d) in a loop, fresh JVM"),
    /** Two threads, each with estimates of its own. */
    TWO_THREADS("Normal, two threads, fresh JVM"),
    /** A JVM that has one processor. */
    ONE_CORE("Normal, one processor, fresh JVM");

    private final String title;

    Scenario(String title) {
        this.title = title;
    }

    /** The words for a person. */
    public String title() {
        return title;
    }

    /** The name on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Tells whether other estimates come before. */
    public boolean isAfterNormal() {
        return ordinal() >= GAMMA.ordinal() && ordinal() <= VON_MISES.ordinal();
    }

    /** Tells whether the JVM is held on one processor. */
    public boolean isOnOneCore() {
        return this == ONE_CORE;
    }
}
