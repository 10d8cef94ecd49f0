package io.github.scorelane.kernel.sum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.scorelane.kernel.stream.SplitStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SumTreeTest {
    @Test
    void addsAlongTheTreeOfTheContract() {
        SumTree tree = new SumTree(3);
        for (int count = 1; count <= 200; count++) {
            for (int k = 0; k < count; k++) {
                tree.add(leaf(k));
            }
            double[] root = new double[3];
            tree.drainTo(root);
            assertArrayEquals(byLevels(count), root, "of " + count);
        }
    }

    @Test
    void alignedRunsGiveTheSameBits() {
        for (int chunk : new int[] {1, 2, 8, 64}) {
            for (int count : new int[] {1, 63, 64, 65, 100, 129, 1000}) {
                SumTree all = new SumTree(3);
                for (int begin = 0; begin < count; begin += chunk) {
                    SumTree part = new SumTree(3);
                    for (int k = begin; k < Math.min(count, begin + chunk); k++) {
                        part.add(leaf(k));
                    }
                    double[] node = new double[3];
                    part.drainTo(node);
                    all.add(node);
                }
                double[] root = new double[3];
                all.drainTo(root);
                assertArrayEquals(byLevels(count), root);
            }
        }
    }

    @Test
    void whatIsKeptMakesTheTreeAgain() {
        for (int count = 1; count <= 70; count++) {
            SumTree tree = new SumTree(3);
            for (int k = 0; k < count; k++) {
                tree.add(leaf(k));
            }
            for (int number = count - 1; number <= count; number++) {
                SumTree again = new SumTree(3);
                long left = number;
                for (double[] node : tree.nodes(number)) {
                    again.add(node, Long.numberOfTrailingZeros(Long.highestOneBit(left)));
                    left -= Long.highestOneBit(left);
                }
                assertEquals(number, again.count());
                for (int k = number; k < count + 3; k++) {
                    again.add(leaf(k));
                }
                double[] root = new double[3];
                again.copyTo(root);
                assertArrayEquals(byLevels(count + 3), root, number + " of " + count);
            }
            assertThrows(IllegalArgumentException.class, () -> tree.nodes(tree.count() + 1));
            assertThrows(IllegalArgumentException.class, () -> tree.nodes(tree.count() - 2));
        }
    }

    @Test
    void branchesOfAnySizeGiveTheSameBits() {
        for (int count : new int[] {1, 7, 8, 100, 129, 1000}) {
            SumTree all = new SumTree(3);
            double[] node = new double[3];
            for (int k = 0, turn = 0; k < count; turn++) {
                int level = Math.min(turn % 4, Math.min(k == 0 ? 9 : Integer.numberOfTrailingZeros(k),
                        31 - Integer.numberOfLeadingZeros(count - k)));
                SumTree branch = new SumTree(3);
                for (int end = k + (1 << level); k < end; k++) {
                    branch.add(leaf(k));
                }
                branch.drainTo(node);
                all.add(node, level);
                all.copyTo(node);
                assertEquals(k, all.count());
                assertArrayEquals(byLevels(k), node, "the first " + k);
            }
        }
    }

    @Test
    void refusesABranchOutOfPlace() {
        SumTree tree = new SumTree(3);
        tree.add(leaf(0));
        assertEquals("number of nodes is not a multiple of 2^1: 1",
                assertThrows(IllegalArgumentException.class, () -> tree.add(leaf(1), 1)).getMessage());
    }

    @Test
    void anEmptyTreeHasNoSum() {
        assertThrows(IllegalStateException.class, () -> new SumTree(1).drainTo(new double[1]));
    }

    private static double[] leaf(int k) {
        double[] leaf = new double[3];
        SplitStream.of(1).uniforms(3L * k, leaf, 0, 3);
        return leaf;
    }

    /** Adds level by level: pairs add, the odd one out rises. */
    private static double[] byLevels(int count) {
        List<double[]> level = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            level.add(leaf(k));
        }
        while (level.size() > 1) {
            List<double[]> above = new ArrayList<>();
            for (int k = 0; k < level.size(); k += 2) {
                double[] left = level.get(k);
                if (k + 1 < level.size()) {
                    for (int i = 0; i < left.length; i++) {
                        left[i] += level.get(k + 1)[i];
                    }
                }
                above.add(left);
            }
            level = above;
        }
        return level.getFirst();
    }
}
