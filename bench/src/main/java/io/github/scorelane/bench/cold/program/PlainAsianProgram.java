package io.github.scorelane.bench.cold.program;

import static io.github.scorelane.bench.cold.program.AsianProgram.DATES;
import static io.github.scorelane.bench.cold.program.AsianProgram.MATURITY;
import static io.github.scorelane.bench.cold.program.AsianProgram.RATE;
import static io.github.scorelane.bench.cold.program.AsianProgram.SPOT;
import static io.github.scorelane.bench.cold.program.AsianProgram.STRIKE;
import static io.github.scorelane.bench.cold.program.AsianProgram.VOLATILITY;

import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** The same in plain Java: path by path, with the mean of the payoffs as the baseline. */
public final class PlainAsianProgram {
    private static final int GREEKS = 5;

    private PlainAsianProgram() {}

    /** The number of paths. */
    public static void main(String[] args) {
        int paths = Integer.parseInt(args[0]);
        ContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(RandomSource.SPLIT_MIX_64.create(42));
        double step = MATURITY / DATES;
        double root = Math.sqrt(step);
        double drift = RATE - VOLATILITY * VOLATILITY / 2;
        double discount = Math.exp(-RATE * MATURITY);
        double[] payoffs = new double[paths];
        double[][] scores = new double[paths][GREEKS];
        double mean = 0;
        for (int i = 0; i < paths; i++) {
            double price = SPOT;
            double sum = 0;
            double firstZ = 0;
            double moves = 0;
            double squares = 0;
            for (int date = 0; date < DATES; date++) {
                double z = normal.sample();
                firstZ = date == 0 ? z : firstZ;
                moves += root * z;
                squares += z * z;
                price *= Math.exp(drift * step + VOLATILITY * root * z);
                sum += price;
            }
            payoffs[i] = discount * Math.max(sum / DATES - STRIKE, 0);
            mean += payoffs[i] / paths;
            double bySpot = firstZ / (SPOT * VOLATILITY * root);
            double byFirstDate = (firstZ * firstZ - 1) / (2 * step) + drift * firstZ / (VOLATILITY * root);
            scores[i] = new double[] {
                bySpot,
                (squares - DATES) / VOLATILITY - moves,
                bySpot * bySpot - bySpot / SPOT - 1 / (SPOT * SPOT * VOLATILITY * VOLATILITY * step),
                moves / VOLATILITY,
                -byFirstDate
            };
        }
        double[] ofValue = {0, 0, 0, -MATURITY, RATE}; // the rate and the maturity discount, too
        System.out.println(mean + " +- " + error(payoffs, mean));
        for (int greek = 0; greek < GREEKS; greek++) {
            double[] terms = new double[paths];
            double sum = 0;
            for (int i = 0; i < paths; i++) {
                terms[i] = (payoffs[i] - mean) * scores[i][greek] + ofValue[greek] * payoffs[i];
                sum += terms[i];
            }
            System.out.println(sum / paths + " +- " + error(terms, sum / paths));
        }
        Ending.say();
    }

    private static double error(double[] terms, double mean) {
        double squares = 0;
        for (double term : terms) {
            squares += (term - mean) * (term - mean);
        }
        return Math.sqrt(squares / terms.length / (terms.length - 1));
    }
}
