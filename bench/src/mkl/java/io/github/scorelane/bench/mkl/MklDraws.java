package io.github.scorelane.bench.mkl;

import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.speed.ArrayBenchmark;
import io.github.scorelane.bench.turns.Task;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.mkl.global.mkl_rt;
import org.bytedeco.mkl.global.mkl_rt.VSLStreamStatePtr;

/** MKL's own draws of the families' laws, where it has them, on two of its generators. */
final class MklDraws {
    private static final long SEED = ArrayBenchmark.SEED;

    private MklDraws() {}

    static List<Task> of(Family family, int n) {
        return switch (family) {
            case LOG_NORMAL -> doubles(n, (s, x) ->
                    mkl_rt.vdRngLognormal(mkl_rt.VSL_RNG_METHOD_LOGNORMAL_ICDF, s, n, x, 0.5, 0.8, 0, 1));
            case EXPONENTIAL -> doubles(n, (s, x) ->
                    mkl_rt.vdRngExponential(mkl_rt.VSL_RNG_METHOD_EXPONENTIAL_ICDF, s, n, x, 0, 1.2));
            case LAPLACE -> doubles(n, (s, x) -> mkl_rt.vdRngLaplace(mkl_rt.VSL_RNG_METHOD_LAPLACE_ICDF, s, n, x, 0.5, 1.2));
            // MKL's is the law of minima: its draws with their signs changed are maxima's.
            case GUMBEL -> negated(doubles(n, (s, x) ->
                    mkl_rt.vdRngGumbel(mkl_rt.VSL_RNG_METHOD_GUMBEL_ICDF, s, n, x, -0.5, 1.2)));
            case WEIBULL -> doubles(n, (s, x) -> mkl_rt.vdRngWeibull(mkl_rt.VSL_RNG_METHOD_WEIBULL_ICDF, s, n, x, 1.5, 0, 2));
            case RAYLEIGH -> doubles(n, (s, x) ->
                    mkl_rt.vdRngRayleigh(mkl_rt.VSL_RNG_METHOD_RAYLEIGH_ICDF, s, n, x, 0, 1.2 * Math.sqrt(2)));
            case CAUCHY -> doubles(n, (s, x) -> mkl_rt.vdRngCauchy(mkl_rt.VSL_RNG_METHOD_CAUCHY_ICDF, s, n, x, 0.5, 1.2));
            case GAMMA -> gammas(n, 2.5, 2);
            case GAMMA_BELOW_1 -> gammas(n, 0.3, 2);
            case CHI_SQUARED -> doubles(n, (s, x) ->
                    mkl_rt.vdRngChiSquare(mkl_rt.VSL_RNG_METHOD_CHISQUARE_CHI2GAMMA, s, n, x, 3));
            case BETA -> doubles(n, (s, x) -> mkl_rt.vdRngBeta(mkl_rt.VSL_RNG_METHOD_BETA_CJA, s, n, x, 2, 3, 0, 1));
            case BERNOULLI -> ints(n, (s, x) -> mkl_rt.viRngBernoulli(mkl_rt.VSL_RNG_METHOD_BERNOULLI_ICDF, s, n, x, 0.3));
            case GEOMETRIC -> ints(n, (s, x) -> mkl_rt.viRngGeometric(mkl_rt.VSL_RNG_METHOD_GEOMETRIC_ICDF, s, n, x, 0.2));
            case BINOMIAL -> ints(n, (s, x) -> mkl_rt.viRngBinomial(mkl_rt.VSL_RNG_METHOD_BINOMIAL_BTPE, s, n, x, 50, 0.3));
            case POISSON -> poissons(n, 3);
            case POISSON_40 -> poissons(n, 40);
            case NEGATIVE_BINOMIAL -> ints(n, (s, x) ->
                    mkl_rt.viRngNegbinomial(mkl_rt.VSL_RNG_METHOD_NEGBINOMIAL_NBAR, s, n, x, 5, 0.4));
            default -> List.of();
        };
    }

    private static List<Task> gammas(int n, double shape, double scale) {
        return doubles(n, (s, x) -> mkl_rt.vdRngGamma(mkl_rt.VSL_RNG_METHOD_GAMMA_GNORM, s, n, x, shape, 0, scale));
    }

    private static List<Task> poissons(int n, double mean) {
        return ints(n, (s, x) -> mkl_rt.viRngPoisson(mkl_rt.VSL_RNG_METHOD_POISSON_PTPE, s, n, x, mean));
    }

    private static List<Task> doubles(int n, Call<DoublePointer> call) {
        DoublePointer x = MklArray.of(n);
        return tasks(x, call, () -> MklArray.copy(x));
    }

    private static List<Task> ints(int n, Call<IntPointer> call) {
        IntPointer x = new IntPointer(n);
        int[] values = new int[n];
        return tasks(x, call, () -> {
            x.get(values);
            return Arrays.stream(values).asDoubleStream().toArray();
        });
    }

    private static <P> List<Task> tasks(P x, Call<P> call, Supplier<double[]> copy) {
        return List.of(task("mkl-philox", MklStream.philox(SEED), x, call, copy),
                task("mkl-sfmt", MklStream.sfmt(SEED), x, call, copy));
    }

    private static <P> Task task(String name, MklStream stream, P x, Call<P> call, Supplier<double[]> copy) {
        return new Task(name, () -> stream.draw(state -> call.fill(state, x)), copy);
    }

    private static List<Task> negated(List<Task> tasks) {
        return tasks.stream().map(task -> new Task(task.name(), task.work(),
                () -> Arrays.stream((double[]) task.result().get()).map(x -> -x).toArray())).toList();
    }

    /** One of MKL's functions, which returns a status. */
    private interface Call<P> {
        int fill(VSLStreamStatePtr stream, P x);
    }
}
