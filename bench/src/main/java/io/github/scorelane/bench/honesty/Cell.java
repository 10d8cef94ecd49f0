package io.github.scorelane.bench.honesty;

import io.github.scorelane.bench.honesty.law.Law;
import io.github.scorelane.bench.honesty.law.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One distribution and one function of the grid.
 *
 * @param family the distribution's family
 * @param set the number of one of the family's sets of parameters
 * @param function the function
 * @param subject the function fitted to the distribution
 * @param truth its expectation and gradient
 */
public record Cell(Family family, int set, TestFunction function, Subject subject, Truth truth) {
    /** The cells of families, in order. */
    public static List<Cell> all(Predicate<Family> families) {
        List<Cell> cells = new ArrayList<>();
        for (Family family : Family.values()) {
            for (int set = 0; families.test(family) && set < family.sets(); set++) {
                Law law = family.law(family.numbers(set));
                for (TestFunction function : TestFunction.values()) {
                    int number = set;
                    function.fitted(law).ifPresent(subject -> cells.add(new Cell(family, number, function, subject,
                            law.truth(subject.value(), subject.oscillates(), subject.breaks()))));
                }
            }
        }
        return cells;
    }

    /** Seeds of different cells are different, so that their errors are independent. */
    long firstSeed() {
        return 1_000_000L * (1 + function.ordinal() + TestFunction.values().length * (set + 3L * family.ordinal()));
    }

    @Override
    public String toString() {
        return family.title(set) + ", " + subject.text();
    }
}
