package io.github.scorelane.bench.papers;

import io.github.scorelane.Baseline;
import java.util.function.Supplier;

/** The controls that lower the variance of the gradient in section 8's regression: another one is another line. */
public enum Control {
    /** No control at all. */
    NONE("none", () -> Controller.of(Baseline.none())),
    /** The average of the steps before. */
    MOVING_AVERAGE("moving average", () -> Controller.ofMovingAverage(0.9)),
    /** The mean of the other samples. */
    LEAVE_ONE_OUT("leave-one-out", () -> Controller.of(Baseline.leaveOneOut())),
    /** The library's default. */
    AUTOMATIC("automatic", () -> Controller.of(Baseline.automatic())),
    /** The delta method. */
    DELTA("delta method", () -> Controller.ofDeltaMethod(25));

    private final String title;
    private final Supplier<Controller> controller;

    Control(String title, Supplier<Controller> controller) {
        this.title = title;
        this.controller = controller;
    }

    /** The name for a person. */
    public String title() {
        return title;
    }

    /** Creates one for a new run of the optimiser. */
    Controller controller() {
        return controller.get();
    }
}
