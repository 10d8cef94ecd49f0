package io.github.scorelane.kernel;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void eachThreadHasItsOwn() throws InterruptedException {
        Workspace[] other = new Workspace[1];
        Thread thread = new Thread(() -> other[0] = Workspace.ofThread());
        thread.start();
        thread.join();
        assertSame(Workspace.ofThread(), Workspace.ofThread());
        assertNotSame(Workspace.ofThread(), other[0]);
    }
}
