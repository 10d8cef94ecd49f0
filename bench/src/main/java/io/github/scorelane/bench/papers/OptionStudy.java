package io.github.scorelane.bench.papers;

import io.github.scorelane.Baseline;
import io.github.scorelane.Estimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.function.BatchFunction;
import io.github.scorelane.quickstart.GeometricBrownianMotion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tables 1 and 2 of M. Broadie, P. Glasserman, <i>Estimating security price derivatives using simulation</i>, Management Science
 * 42 (1996): sensitivities of a European and of an Asian call by the likelihood ratio.
 */
final class OptionStudy {
    static final double[] SPOTS = {90, 100, 110};
    private static final int DAYS = 30;
    private static final double DAYS_OF_A_YEAR = 365.25;

    private final long paths;
    private final long longRun;
    private final long seed;

    /** Creates estimates of so many paths, and a long run of an Asian call. */
    OptionStudy(long paths, long longRun, long seed) {
        this.paths = paths;
        this.longRun = longRun;
        this.seed = seed;
    }

    List<OptionPoint> measure() {
        List<OptionPoint> points = new ArrayList<>();
        for (boolean asian : new boolean[] {false, true}) {
            for (int i = 0; i < SPOTS.length; i++) {
                points.addAll(measure(asian, Market.ofThePaper(SPOTS[i]), seed + i));
            }
        }
        return points;
    }

    private List<OptionPoint> measure(boolean asian, Market market, long estimateSeed) {
        Estimate plain = estimate(asian, market, paths, Baseline.none(), estimateSeed);
        Estimate automatic = estimate(asian, market, paths, Baseline.automatic(), estimateSeed);
        Estimate reference = asian ? estimate(true, market, longRun, Baseline.automatic(), estimateSeed + SPOTS.length) : null;
        CallWithDividend exact = new CallWithDividend(market);
        return Arrays.stream(Greek.values()).map(greek -> new OptionPoint(asian, market.spot(), greek,
                asian ? greek.of(reference, market) : new Greek.Measured(exact.of(greek), 0),
                greek.of(plain, market), greek.of(automatic, market))).toList();
    }

    /** The European call is the Asian one on a single date. */
    static Estimate estimate(boolean asian, Market market, long paths, Baseline baseline, long seed) {
        double[] dates = market.dates(asian ? DAYS : 1);
        return ScoreFunctionEstimator.of(new SpotCurvature(GeometricBrownianMotion.of(market.spot(), market.volatility(),
                        market.rate(), market.dividendYield(), dates)))
                .samples(paths).seed(seed).baseline(baseline).withCovariance().parallel().estimate(market.call());
    }

    /** The numbers that an option's value depends on. */
    record Market(double spot, double strike, double rate, double dividendYield, double volatility, double maturity) {
        static Market ofThePaper(double spot) {
            return new Market(spot, 100, 0.1, 0.03, 0.25, 0.2);
        }

        /** The last days until maturity. */
        double[] dates(int days) {
            double[] dates = new double[days];
            Arrays.setAll(dates, i -> maturity - (days - 1 - i) / DAYS_OF_A_YEAR);
            return dates;
        }

        /** The part of the average price that is above the strike, discounted. */
        BatchFunction call() {
            double discount = StrictMath.exp(-rate * maturity);
            return (x, n, f) -> {
                double share = 1.0 / x.length;
                Arrays.fill(f, 0, n, 0.0);
                for (double[] price : x) {
                    for (int s = 0; s < n; s++) {
                        f[s] += price[s];
                    }
                }
                for (int s = 0; s < n; s++) {
                    f[s] = discount * Math.max(f[s] * share - strike, 0);
                }
            };
        }
    }
}
