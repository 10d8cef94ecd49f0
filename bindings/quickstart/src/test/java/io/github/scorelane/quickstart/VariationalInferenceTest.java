package io.github.scorelane.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Estimate;
import io.github.scorelane.distribution.DiagonalNormal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariationalInferenceTest {
    /** The optimum of this bound, which was found by a pathwise fit. */
    private static final double OPTIMUM = -67.46;

    @Test
    void fitReachesTheOptimumAndClassifiesRight() {
        BreastCancerData data = BreastCancerData.load();
        LogisticRegression model = new LogisticRegression(data.features(), data.benign());
        VariationalInference inference = new VariationalInference(model, 400, 1024, 7);
        List<Double> climb = new ArrayList<>();
        DiagonalNormal posterior = inference.fit((step, estimate) -> climb.add(estimate.value()));
        Estimate last = inference.evaluate(posterior, 100_000);

        assertEquals(400, climb.size());
        assertTrue(climb.getFirst() < -300, "first ELBO " + climb.getFirst());
        assertTrue(last.value() > -68, "last ELBO " + last.value());
        // The bound must not exceed the optimum, as it would with a missing constant or a wrong sign.
        assertTrue(last.value() < OPTIMUM + 0.01 + 5 * last.valueStandardError(), "last ELBO " + last.value());
        assertTrue(model.correct(posterior) >= 560, "right: " + model.correct(posterior));
    }
}
