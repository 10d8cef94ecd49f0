package io.github.scorelane.bench.cold;

import io.github.scorelane.bench.report.Text;

/** The bounds that figures of cold JVMs are to keep. */
enum ColdBound {
    /** Worst regret by processor time. */
    REGRET_CPU(1.15, 1.25, 1.15),
    /** Worst regret by the wall. */
    REGRET_WALL(1.5, 1.5, 1.6),
    /** Seconds of processor time until the steady state. */
    STEADY(1.2, 0.6, 1.2);

    /** A whole short program's time over that of the plain one. */
    static final double PROGRAM = 1.1;
    /** The same with ten times the work. */
    static final double LONGER_PROGRAM = 0.6;
    /** Milliseconds in which special values cost a kernel more than ten times its hot time. */
    static final double SLOW = 100;

    private final double fresh;
    private final double afterNormal;
    private final double onOneCore;

    ColdBound(double fresh, double afterNormal, double onOneCore) {
        this.fresh = fresh;
        this.afterNormal = afterNormal;
        this.onOneCore = onOneCore;
    }

    double of(Scenario scenario) {
        return scenario.isOnOneCore() ? onOneCore : scenario.isAfterNormal() ? afterNormal : fresh;
    }

    /** The number, in bold where it is beyond the bound of the scenario. */
    String cell(Scenario scenario, double number) {
        return cell(number, of(scenario));
    }

    /** The number, in bold where it is beyond a bound. */
    static String cell(double number, double bound) {
        return number <= bound || Double.isNaN(number) ? Text.number(number) : "**" + Text.number(number) + "**";
    }
}
