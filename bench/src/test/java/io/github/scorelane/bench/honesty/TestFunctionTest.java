package io.github.scorelane.bench.honesty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.bench.honesty.law.CountLaws;
import io.github.scorelane.bench.honesty.law.Law;
import io.github.scorelane.bench.honesty.law.PositiveLaws;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestFunctionTest {
    private static final double[] POINTS = {-1e7, -3, -0.5, 0, 0.25, 1, 2, 7, 30};

    /** Arrays and numbers have the same function, to what the kernel's functions may be off by. */
    @ParameterizedTest
    @EnumSource
    void batchesAreTheFunctionOfNumbers(TestFunction function) {
        Subject subject = function.fitted(PositiveLaws.gamma(3, 0.5)).orElseThrow();
        double[] f = new double[POINTS.length];
        subject.batch().evaluate(new double[][] {POINTS}, POINTS.length, f);
        for (int i = 0; i < f.length; i++) {
            double expected = subject.value().applyAsDouble(POINTS[i]);
            assertEquals(expected, f[i], 1e-15 * Math.max(1, Math.abs(expected)), function + " at " + POINTS[i]);
        }
    }

    @Test
    void whatHasNoThirdMomentIsLeftOut() {
        assertEquals(EnumSet.of(TestFunction.EXPONENTIAL), leftOut(PositiveLaws.gamma(3, 4 / 3.0)));
        assertEquals(Set.of(), leftOut(PositiveLaws.gamma(3, 1.33)));
        assertEquals(EnumSet.of(TestFunction.EXPONENTIAL, TestFunction.DISTANCE), leftOut(PositiveLaws.pareto(1, 3)));
        assertEquals(EnumSet.of(TestFunction.EXPONENTIAL, TestFunction.DISTANCE, TestFunction.ROOT),
                leftOut(PositiveLaws.pareto(1, 1.5)));
    }

    /** The tails 0.0488 and 0.00121 are nearest to 0.02 and to 0.002, and none is left that is nearest to 0.3. */
    @Test
    void discreteTailsAreNearTheirProbabilitiesAndEachTakenOnce() {
        assertEquals(EnumSet.of(TestFunction.COMMON), leftOut(CountLaws.poisson(0.05)));
        assertEquals("1[x > 0]", TestFunction.UNCOMMON.fitted(CountLaws.poisson(0.05)).orElseThrow().text());
        assertEquals("1[x > 1]", TestFunction.RARE.fitted(CountLaws.poisson(0.05)).orElseThrow().text());
    }

    /** Families with a normal's tails have all eight functions; seeds of no two cells overlap. */
    @Test
    void cellsAreAllThatIsNotLeftOut() {
        List<Cell> cells = Cell.all(family -> family == Family.NORMAL || family == Family.RAYLEIGH);
        assertEquals(2 * 3 * 8, cells.size());
        assertEquals(cells.size(), cells.stream().map(Cell::firstSeed).distinct().count());
    }

    private static Set<TestFunction> leftOut(Law law) {
        Set<TestFunction> none = EnumSet.noneOf(TestFunction.class);
        Arrays.stream(TestFunction.values()).filter(function -> function.fitted(law).isEmpty()).forEach(none::add);
        return none;
    }
}
