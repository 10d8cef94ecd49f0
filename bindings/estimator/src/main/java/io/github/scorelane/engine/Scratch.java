package io.github.scorelane.engine;

import io.github.scorelane.kernel.moment.CrossSums;
import io.github.scorelane.kernel.moment.SumTree;
import java.util.Arrays;

/** The arrays that one thread needs to work through blocks. */
final class Scratch {
    final Shape shape;
    final double[][] x;
    /** NaN but while a block is worked: what f leaves unwritten must not pass for a value. */
    final double[] f;
    final double[] phi;
    final double[][] rows;
    /** As many of the rows as the last parameters need, where they are not a multiple. */
    final double[][] lastRows;
    final double[] node;
    final SumTree tree;
    final double[] cross;

    Scratch(Shape shape) {
        this.shape = shape;
        x = new double[shape.dimension()][shape.capacity()];
        f = new double[shape.capacity()];
        Arrays.fill(f, Double.NaN);
        phi = new double[shape.capacity()];
        rows = new double[shape.rows()][shape.capacity()];
        int left = shape.layout().parameters() % shape.rows();
        lastRows = Arrays.copyOf(rows, left == 0 ? shape.rows() : left);
        node = new double[shape.layout().length()];
        tree = new SumTree(node.length);
        cross = new double[CrossSums.SCRATCH];
    }

    /**
     * How large they are.
     *
     * @param dimension coordinates of a sample
     * @param capacity samples of a block
     * @param rows parameters whose scores are held at once
     * @param layout of the sums
     */
    record Shape(int dimension, int capacity, int rows, SumLayout layout) {
        static Shape of(Problem problem) {
            int parameters = problem.parameters();
            return new Shape(problem.distribution().dimension(), problem.blockLength(0),
                    Math.min(parameters, problem.covariance() ? parameters : problem.scoreRows()),
                    new SumLayout(parameters, problem.covariance()));
        }
    }
}
