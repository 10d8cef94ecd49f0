package io.github.scorelane.engine.sum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.kernel.sum.SumTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EarlyBranchesTest {
    /** The tree adds leaves in the order of their places, in whatever order they come. */
    @Test
    void anyOrderMakesTheSameTree() {
        EarlyBranches early = new EarlyBranches(3);
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            int count = 1 + random.nextInt(70);
            double[][] leaves = new double[count][];
            for (int i = 0; i < count; i++) {
                leaves[i] = random.doubles(3).toArray();
            }
            SumTree inOrder = new SumTree(3);
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                inOrder.add(leaves[i].clone());
                places.add(i);
            }
            Collections.shuffle(places, random);
            SumTree tree = new SumTree(3);
            for (int place : places) {
                early.put(place, 0, leaves[place]);
                early.addTo(tree);
            }
            assertEquals(count, tree.count());
            double[] expected = new double[3];
            double[] actual = new double[3];
            inOrder.copyTo(expected);
            tree.copyTo(actual);
            assertArrayEquals(expected, actual);
        }
    }

    @Test
    void whatIsLeftOverIsForgotten() {
        EarlyBranches early = new EarlyBranches(1 << 15);
        for (int place = 9; place > 0; place--) {
            early.put(place, 0, new double[1 << 15]);
        }
        early.clear();
        SumTree tree = new SumTree(1 << 15);
        tree.add(new double[1 << 15]);
        early.addTo(tree);
        assertEquals(1, tree.count());
    }
}
