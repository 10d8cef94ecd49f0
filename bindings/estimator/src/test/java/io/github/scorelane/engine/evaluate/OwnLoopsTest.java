package io.github.scorelane.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.function.EvaluationException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class OwnLoopsTest {
    private static final int N = 100;
    private static final long MANY = 1000;
    private static final int MOST = 2;
    private static final int COLLECTIONS = 50;

    private final NumberCalls shared = new NumberLoop();
    private final OwnLoops<NumberCalls> loops = new OwnLoops<>(shared, MANY, MOST);
    private final List<DoubleUnaryOperator> functions = List.of(x -> x + 1, x -> x * x, x -> -x, Math::abs, x -> x - 1);

    /** Class of functions that is loaded again and again, and can be unloaded. */
    static final class Template implements DoubleUnaryOperator {
        Template() {}

        @Override
        public double applyAsDouble(double x) {
            return x;
        }
    }

    private NumberCalls loop(DoubleUnaryOperator f, long samples) {
        return loops.loop(f, loops.notes(f), samples);
    }

    @Test
    void twoClassesShareALoopHoweverOftenTheyAreCalled() {
        for (int i = 0; i < 5; i++) {
            assertSame(shared, loop(functions.get(0), MANY));
            assertSame(shared, loop(functions.get(1), MANY));
        }
        assertEquals(0, loops.copies());
    }

    @Test
    void ofThreeClassesEachHasItsOwnOnceItIsCalledOften() {
        functions.forEach(loops::notes);
        assertSame(shared, loop(functions.get(0), MANY - 1));
        NumberCalls first = loop(functions.get(0), 1);
        assertNotSame(shared, first);
        assertTrue(first.getClass().isHidden());
        NumberCalls second = loop(functions.get(1), MANY);
        assertNotSame(first.getClass(), second.getClass());
        assertSame(first, loop(functions.get(0), 1));
        assertSame(second, loop(functions.get(1), 1));
        assertEquals(2, loops.copies());
    }

    @Test
    void classesBeyondTheMostShareALoop() {
        functions.forEach(loops::notes);
        functions.forEach(f -> loop(f, MANY));
        assertEquals(MOST, loops.copies());
        assertSame(shared, loop(functions.get(2), MANY));
        assertSame(shared, loop(functions.get(4), MANY));
    }

    @Test
    void aLoopThatCannotBeCopiedIsShared() {
        NumberCalls hidden = (function, x, n, first, f, check) -> { };
        OwnLoops<NumberCalls> none = new OwnLoops<>(hidden, MANY, MOST);
        functions.forEach(none::notes);
        for (int i = 0; i < 3; i++) {
            assertSame(hidden, none.loop(functions.get(0), none.notes(functions.get(0)), MANY));
        }
        assertEquals(0, none.copies());
    }

    @Test
    void aCopyDoesWhatTheLoopDoes() {
        functions.forEach(loops::notes);
        NumberCalls copy = loop(functions.get(1), MANY);
        double[][] x = new double[1][N];
        for (int s = 0; s < N; s++) {
            x[0][s] = Math.sqrt(s);
        }
        double[] f = new double[N];
        double[] g = new double[N];
        shared.call(functions.get(1), x, N, 0, f, new Check());
        copy.call(functions.get(1), x, N, 0, g, new Check());
        assertArrayEquals(f, g);
        for (NumberCalls calls : List.of(shared, copy)) {
            EvaluationException e = assertThrows(EvaluationException.class, () -> calls.call(v -> {
                if (v == 5) {
                    throw new IllegalStateException("five");
                }
                return v;
            }, x, N, 7000, f, new Check()));
            assertEquals("f threw java.lang.IllegalStateException: five at sample 7025, x = 5.0", e.getMessage());
            e = assertThrows(EvaluationException.class, () -> calls.call(v -> 1 / (v - 5), x, N, 7000, f, new Check()));
            assertEquals("f is Infinity at sample 7025, x = 5.0", e.getMessage());
            int[] count = new int[1];
            assertThrows(CancellationException.class, () -> calls.call(v -> {
                if (++count[0] == 25) {
                    Thread.currentThread().interrupt();
                }
                return v;
            }, x, N, 0, f, new Check()));
            assertTrue(Thread.interrupted());
            assertEquals(25, count[0], "calls");
        }
    }

    /** A class of functions is kept alive neither by its copy of the loop nor by the notes on it, and another takes its place. */
    @Test
    void aClassThatIsGoneLeavesItsPlace() throws Exception {
        functions.forEach(loops::notes);
        loop(functions.get(0), MANY);
        WeakReference<Class<?>> gone = useAndForget();
        assertEquals(MOST, loops.copies());
        for (int i = 0; i < COLLECTIONS && !gone.refersTo(null); i++) {
            System.gc();
        }
        assertTrue(gone.refersTo(null), "the class is held");
        assertNotSame(shared, loop(functions.get(2), MANY));
        assertEquals(MOST, loops.copies());
    }

    private WeakReference<Class<?>> useAndForget() throws Exception {
        try (InputStream bytes = Template.class.getResourceAsStream("OwnLoopsTest$Template.class")) {
            Class<?> type = MethodHandles.lookup().defineHiddenClass(bytes.readAllBytes(), true).lookupClass();
            DoubleUnaryOperator f = (DoubleUnaryOperator) type.getDeclaredConstructor().newInstance();
            NumberCalls copy = loop(f, MANY);
            assertNotSame(shared, copy);
            assertFalse(type == Template.class);
            double[] values = new double[N];
            // The function is called often enough to be compiled, and the compiled code refers to the class.
            for (int i = 0; i < 2000; i++) {
                copy.call(f, new double[1][N], N, 0, values, new Check());
            }
            return new WeakReference<>(type);
        }
    }
}
