package io.github.scorelane.engine.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ScratchPoolTest {
    private static final int PROCESSORS = 4;
    private static final int PLACES = PROCESSORS * ScratchPool.WAYS;
    private static final long MOST = 10 * ScratchPool.SMALL;

    private final ScratchPool<Piece, Piece> pool = new ScratchPool<>((piece, wanted) -> piece.shape == wanted.shape,
            wanted -> new Piece(wanted.shape, wanted.bytes), PROCESSORS, MOST);

    /** Scratch of a shape and a size that describes itself. */
    private static final class Piece extends ReusableScratch {
        private final int shape;
        private final long bytes;
        private final AtomicBoolean isTaken = new AtomicBoolean();

        Piece(int shape, long bytes) {
            this.shape = shape;
            this.bytes = bytes;
        }

        @Override
        public long bytes() {
            return bytes;
        }
    }

    private static Piece shape(int shape) {
        return new Piece(shape, 8);
    }

    private static Piece large(int shape) {
        return new Piece(shape, 4 * ScratchPool.SMALL);
    }

    @Test
    void whatIsGivenBackIsTakenAgainAndWhatIsTakenIsNot() {
        Piece first = pool.take(shape(1));
        Piece second = pool.take(shape(1));
        assertNotSame(first, second);
        pool.giveBack(first);
        assertEquals(1, pool.size());
        assertSame(first, pool.take(shape(1)));
        assertEquals(0, pool.size());
        assertNotSame(first, pool.take(shape(1)));
    }

    @Test
    void shapesByTurnsAreAllKept() {
        List<Piece> kept = new ArrayList<>();
        for (int shape = 0; shape < PLACES; shape++) {
            kept.add(shape(shape));
            pool.giveBack(kept.get(shape));
        }
        for (int turn = 0; turn < 3; turn++) {
            for (int shape = 0; shape < PLACES; shape++) {
                Piece taken = pool.take(shape(shape));
                assertSame(kept.get(shape), taken);
                pool.giveBack(taken);
            }
        }
    }

    @Test
    void shapesThatNobodyWantsAnyMoreMakeRoom() {
        for (int shape = 0; shape < PLACES; shape++) {
            pool.giveBack(shape(shape));
        }
        int hits = 0;
        for (int turn = 0; turn < 20; turn++) {
            for (int shape = 100; shape < 100 + ScratchPool.WAYS; shape++) {
                Piece taken = pool.take(shape(shape));
                hits += taken.isTaken.getAndSet(true) ? 1 : 0;
                pool.giveBack(taken);
            }
        }
        assertEquals(19 * ScratchPool.WAYS, hits);
        assertEquals(PLACES, pool.size());
    }

    @Test
    void aThreadFindsWhatOthersLeft() throws Exception {
        Piece left = shape(1);
        for (int i = 0; i < 20; i++) {
            Thread other = Thread.ofVirtual().start(() -> pool.giveBack(left));
            other.join();
            assertSame(left, pool.take(shape(1)));
        }
    }

    @Test
    void manyThreadsLeaveNoMoreThanThereAreProcessorsFor() throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            int shape = i % 7;
            threads.add(Thread.ofVirtual().start(() -> pool.giveBack(pool.take(shape(shape)))));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertTrue(pool.size() <= PLACES, "pieces " + pool.size());
    }

    @Test
    void noTwoThreadsHaveTheSame() throws Exception {
        AtomicBoolean met = new AtomicBoolean();
        try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
            List<Future<?>> tasks = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                int start = t;
                tasks.add(executor.submit(() -> {
                    for (int i = start; i < 20_000; i++) {
                        Piece piece = pool.take(i % 5 == 0 ? large(9) : shape(i % 3));
                        if (piece.isTaken.getAndSet(true)) {
                            met.set(true);
                        }
                        piece.isTaken.set(false);
                        pool.giveBack(piece);
                    }
                }));
            }
            for (Future<?> task : tasks) {
                task.get();
            }
        }
        assertFalse(met.get());
        // The bytes are counted of those pieces only that are in the pool.
        while (pool.largeBytes() > 0) {
            long before = pool.largeBytes();
            pool.take(large(9));
            assertEquals(before - large(9).bytes, pool.largeBytes());
        }
    }

    @Test
    void largePiecesMakeRoomForEachOther() {
        Piece[] pieces = {large(1), large(2), large(3)};
        pool.giveBack(pieces[0]);
        pool.giveBack(pieces[1]);
        assertEquals(8 * ScratchPool.SMALL, pool.largeBytes());
        pool.giveBack(pieces[2]);
        assertEquals(8 * ScratchPool.SMALL, pool.largeBytes());
        assertEquals(2, pool.size());
        assertSame(pieces[2], pool.take(large(3)));
        assertEquals(4 * ScratchPool.SMALL, pool.largeBytes());
    }

    @Test
    void whatIsLargerThanAllMayBeIsNotKept() {
        pool.giveBack(large(1));
        pool.giveBack(new Piece(2, MOST + 1));
        assertEquals(1, pool.size());
        assertEquals(4 * ScratchPool.SMALL, pool.largeBytes());
    }

    /** A reference is cleared here, which is all that the garbage collector leaves of a piece. */
    @Test
    void whatTheGarbageCollectorTookIsMadeAgain() {
        for (int shape = 0; shape < PLACES; shape++) {
            Piece piece = shape == 0 ? large(0) : shape(shape);
            pool.giveBack(piece);
            piece.idle().clear();
        }
        assertEquals(0, pool.take(large(0)).shape);
        Piece kept = shape(3);
        pool.giveBack(kept);
        assertSame(kept, pool.take(shape(3)));
        assertEquals(0, pool.largeBytes());
    }
}
