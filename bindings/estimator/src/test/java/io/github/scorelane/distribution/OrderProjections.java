package io.github.scorelane.distribution;

import io.github.scorelane.distribution.VectorFamilyUnderTest.Projection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** The numbers made of an order whose laws under a Plackett–Luce distribution are known. */
final class OrderProjections {
    private static final int FEW = 5;

    private OrderProjections() {}

    static String manyLogits(int count) {
        return new SplittableRandom(count).doubles(count, -1, 1).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    /**
     * Returns the projections of orders: the first item, which of two items comes first, and, where items are few, the whole
     * order.
     */
    static List<Projection> of(double[] logits) {
        double most = Arrays.stream(logits).max().orElseThrow();
        double[] weights = Arrays.stream(logits).map(t -> Math.exp(t - most)).toArray();
        int last = weights.length - 1;
        List<Projection> projections = new ArrayList<>();
        projections.add(new Projection("first", x -> x[0], Law.ofProportions(0, weights)));
        projections.add(new Projection("the last after item 0", x -> place(x, 0) < place(x, last) ? 1 : 0,
                Law.ofProportions(0, new double[] {weights[last], weights[0]})));
        if (weights.length <= FEW) {
            int orders = 1;
            for (int k = 2; k <= weights.length; k++) {
                orders *= k;
            }
            double[] probabilities = new double[orders];
            for (int number = 0; number < orders; number++) {
                probabilities[number] = probability(weights, number);
            }
            projections.add(new Projection("order", OrderProjections::number, Law.ofProportions(0, probabilities)));
        }
        return projections;
    }

    private static int place(double[] x, int item) {
        int place = 0;
        while (x[place] != item) {
            place++;
        }
        return place;
    }

    /**
     * Returns the number of an order among all orders. Its digits, in a mixed base, count for each item the lesser items
     * after it.
     */
    private static double number(double[] x) {
        int number = 0;
        for (int i = 0; i < x.length; i++) {
            int less = 0;
            for (int j = i + 1; j < x.length; j++) {
                less += x[j] < x[i] ? 1 : 0;
            }
            number = number * (x.length - i) + less;
        }
        return number;
    }

    private static double probability(double[] weights, int number) {
        int[] digits = new int[weights.length];
        int rest = number;
        for (int i = weights.length - 1; i >= 0; i--) {
            digits[i] = rest % (weights.length - i);
            rest /= weights.length - i;
        }
        List<Double> left = Arrays.stream(weights).boxed().collect(Collectors.toCollection(ArrayList::new));
        double probability = 1;
        for (int digit : digits) {
            double sum = left.stream().mapToDouble(Double::doubleValue).sum();
            probability *= left.remove(digit) / sum;
        }
        return probability;
    }
}
