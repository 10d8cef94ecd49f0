package io.github.scorelane.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class WorkspaceTest {
    @Test
    void whatIsTakenIsNoOneElsesUntilItIsGivenBack() {
        Workspace workspace = Workspace.ofThread();
        double[] a = workspace.doubles();
        double[] b = workspace.doubles();
        long[] c = workspace.longs();
        assertNotSame(a, b);
        assertTrue(a.length >= Workspace.BLOCK && c.length >= Workspace.BLOCK + WorkList.SPARE);
        workspace.giveBack(1, 1);
        assertSame(b, workspace.doubles());
        assertSame(c, workspace.longs());
        workspace.giveBack(2, 1);
        assertSame(a, workspace.doubles());
        workspace.giveBack(1, 0);
    }

    @Test
    void aMarkTakesBackWhatWasNotGivenBack() {
        Workspace workspace = Workspace.ofThread();
        double[] first = workspace.doubles();
        long mark = workspace.mark();
        double[] second = workspace.doubles();
        workspace.doubles();
        long[] third = workspace.longs();
        workspace.giveBackTo(mark);
        assertEquals(mark, workspace.mark());
        assertSame(second, workspace.doubles());
        assertSame(third, workspace.longs());
        workspace.giveBack(2, 1);
        assertSame(first, workspace.doubles());
        workspace.giveBack(1, 0);
    }

    /** Tests that arrays stay taken while the object that knows it is collected, as the thread holds that weakly. */
    @Test
    void nothingIsLostWithTheObject() {
        WeakReference<Workspace> object = new WeakReference<>(Workspace.ofThread());
        double[] taken = Workspace.ofThread().doubles();
        for (int i = 0; i < 20 && !object.refersTo(null); i++) {
            System.gc();
        }
        assertTrue(object.refersTo(null), "held");
        assertNotSame(taken, Workspace.ofThread().doubles());
        Workspace.ofThread().giveBack(2, 0);
        assertSame(taken, Workspace.ofThread().doubles());
        Workspace.ofThread().giveBack(1, 0);
    }

    @Test
    void eachThreadHasItsOwn() throws InterruptedException {
        Workspace[] other = new Workspace[1];
        Thread thread = new Thread(() -> other[0] = Workspace.ofThread());
        thread.start();
        thread.join();
        assertSame(Workspace.ofThread(), Workspace.ofThread());
        assertNotSame(Workspace.ofThread(), other[0]);
    }
}
