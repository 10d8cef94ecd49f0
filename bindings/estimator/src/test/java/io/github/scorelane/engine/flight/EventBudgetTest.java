package io.github.scorelane.engine.flight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventBudgetTest {
    private static final long SECOND = 1_000_000_000;

    @ParameterizedTest
    @ValueSource(longs = {0, -5 * SECOND, Long.MAX_VALUE - SECOND, Long.MIN_VALUE})
    void allOfItAtOnceAndThenItsRate(long start) {
        EventBudget budget = new EventBudget();
        budget.set("1000/s", start);
        assertEquals(1000, LongStream.range(0, 5000).filter(i -> budget.admits(start)).count());
        assertEquals(4000, budget.takeRefused());
        assertFalse(budget.admits(start + 999_999));
        assertTrue(budget.admits(start + 1_000_000));
        assertEquals(3000, LongStream.range(1, 3_000_001).filter(i -> budget.admits(start + 1_000_000 + i * 1000)).count());
        assertEquals(1 + 2_997_000, budget.takeRefused());
        assertEquals(0, budget.takeRefused());
        long later = start + 100 * SECOND;
        assertEquals(1000, LongStream.range(0, 5000).filter(i -> budget.admits(later)).count());
    }

    @ParameterizedTest
    @CsvSource({"off, 9000, 9000", "0/s, 9000, 0", "3/d, 9000, 3", "1/ns, 100, 100", "60/m, 9000, 60", "' 2 / ms ', 9, 2"})
    void rates(String text, int asked, int admitted) {
        EventBudget budget = new EventBudget();
        budget.set(text, 7);
        assertEquals(admitted, LongStream.range(0, asked).filter(i -> budget.admits(7 + (text.equals("1/ns") ? i : 0))).count());
    }

    @Test
    void whatCannotBeReadIsWithoutEffect() {
        EventBudget budget = new EventBudget();
        budget.set("2/h", 0);
        for (String text : new String[] {"", "many", "-1/s", "3", "3/y", "1e3/s"}) {
            budget.set(text, 0);
        }
        assertEquals(2, LongStream.range(0, 10).filter(i -> budget.admits(0)).count());
    }

    @ParameterizedTest
    @CsvSource({"1/s, 1/m, 1/s", "1/m, 1/s, 1/s", "off, 9/ns, off", "1/s, off, off", "0/s, 1/d, 1/d", "x, 1/d, 1/d", "1/d, x, 1/d",
        "60/m, 1/s, 60/m"})
    void theLargerOfTwo(String first, String second, String larger) {
        assertEquals(larger, EventBudget.larger(first, second));
    }
}
