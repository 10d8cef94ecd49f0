package io.github.scorelane.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Baseline;
import io.github.scorelane.Checkpoint;
import io.github.scorelane.ConditionalEstimate;
import io.github.scorelane.ConditionalEstimator;
import io.github.scorelane.ConfidenceInterval;
import io.github.scorelane.ControlVariate;
import io.github.scorelane.Environment;
import io.github.scorelane.Estimate;
import io.github.scorelane.HessianEstimate;
import io.github.scorelane.ImportanceSampling;
import io.github.scorelane.JacobianEstimate;
import io.github.scorelane.MovingAverage;
import io.github.scorelane.NaturalGradient;
import io.github.scorelane.RecordedSamples;
import io.github.scorelane.SamplingPlan;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.Target;
import io.github.scorelane.WeightDiagnostics;
import io.github.scorelane.check.ScoreCheck;
import io.github.scorelane.distribution.Bernoulli;
import io.github.scorelane.distribution.Beta;
import io.github.scorelane.distribution.Binomial;
import io.github.scorelane.distribution.Categorical;
import io.github.scorelane.distribution.Cauchy;
import io.github.scorelane.distribution.ChiSquared;
import io.github.scorelane.distribution.CommonsDistribution;
import io.github.scorelane.distribution.ConditionalBernoulli;
import io.github.scorelane.distribution.ConditionalCategorical;
import io.github.scorelane.distribution.ConditionalNormal;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Dirichlet;
import io.github.scorelane.distribution.Exponential;
import io.github.scorelane.distribution.Gamma;
import io.github.scorelane.distribution.Geometric;
import io.github.scorelane.distribution.Gumbel;
import io.github.scorelane.distribution.HalfNormal;
import io.github.scorelane.distribution.Independent;
import io.github.scorelane.distribution.InverseGamma;
import io.github.scorelane.distribution.InverseGaussian;
import io.github.scorelane.distribution.Kumaraswamy;
import io.github.scorelane.distribution.Laplace;
import io.github.scorelane.distribution.LogNormal;
import io.github.scorelane.distribution.Logistic;
import io.github.scorelane.distribution.Multinomial;
import io.github.scorelane.distribution.MultivariateNormal;
import io.github.scorelane.distribution.NegativeBinomial;
import io.github.scorelane.distribution.NegativeBinomialOfMean;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.NormalMixture;
import io.github.scorelane.distribution.Pareto;
import io.github.scorelane.distribution.PlackettLuce;
import io.github.scorelane.distribution.Poisson;
import io.github.scorelane.distribution.Rayleigh;
import io.github.scorelane.distribution.StudentT;
import io.github.scorelane.distribution.TruncatedNormal;
import io.github.scorelane.distribution.Uniform;
import io.github.scorelane.distribution.VonMises;
import io.github.scorelane.distribution.Weibull;
import io.github.scorelane.distribution.Zeta;
import io.github.scorelane.function.EvaluationException;
import io.github.scorelane.function.ParametricFunction;
import io.github.scorelane.kernel.stream.SplitStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/**
 * Tests public types as users meet them, from another package. The type that the compiler infers for several of them must be
 * usable, and the public members that reflection finds must be callable.
 */
class PublicTypesTest {
    private static final List<String> EXPORTED = List.of("io.github.scorelane", "io.github.scorelane.check",
            "io.github.scorelane.distribution", "io.github.scorelane.function");
    private static final SplitStream STREAM = SplitStream.of(1);

    /** The compiler infers for each of these lists the type that its families have in common. */
    @Test
    void severalFamiliesHaveATypeThatCanBeUsed() {
        List<String> names = new ArrayList<>();
        for (var d : List.of(Poisson.of(1), Gamma.of(1, 1))) {
            names.addAll(d.parameterNames());
        }
        assertEquals(List.of("mean", "shape", "scale"), names);
        double[] x = new double[4];
        double[][] scores = new double[4][4];
        for (var d : List.of(Bernoulli.of(0.5), Beta.of(1, 2), Binomial.of(3, 0.5), ChiSquared.of(2), Geometric.of(0.5),
                InverseGamma.of(2, 1), InverseGaussian.of(1, 1), NegativeBinomial.of(2, 0.5), StudentT.of(3), VonMises.of(0, 1),
                Zeta.of(2), NormalMixture.of(new double[] {1}, new double[] {0}, new double[] {1}), Exponential.of(1))) {
            d.sample(STREAM, 0, x, 0, 4);
            d.sample(STREAM, 0, x, new double[d.statistics()][4], 0, 4);
            d.logPdf(x, 0, new double[4], 0, 4);
            d.gradLogPdf(x, 0, Arrays.copyOf(scores, d.parameterNames().size()), 0, 4);
            assertEquals(d.parameters().length, d.unconstrained().parameters().length);
            assertEquals(d.toString(), d.withParameters(d.parameters()).toString());
        }
        for (var d : List.of(Normal.of(0, 1), LogNormal.of(0, 1), Cauchy.of(0, 1), Exponential.of(1), Gumbel.of(0, 1),
                HalfNormal.of(1), Kumaraswamy.of(1, 2), Laplace.of(0, 1), Logistic.of(0, 1), Pareto.of(1, 3), Rayleigh.of(1),
                TruncatedNormal.of(0, 1, -1, 2), Weibull.of(1, 1))) {
            d.inverseCdf(new double[] {0.5}, 0, x, 0, 1);
            assertEquals(d.parameterNames().size(), d.fisherInformation().length);
        }
        for (var d : List.of(DiagonalNormal.of(new double[2], new double[] {1, 1}), Independent.of(Normal.of(0, 1), Gamma.of(1, 1)),
                MultivariateNormal.of(new double[1], new double[][] {{1}}), Multinomial.of(2, 0.5, 0.5), Dirichlet.of(1, 2),
                PlackettLuce.ofLogits(0, 1))) {
            d.sample(STREAM, 0, new double[d.dimension()][4], 0, 4);
            assertEquals(d.parameters().length, d.parameterNames().size());
        }
        for (var d : List.of(ConditionalNormal.of(), ConditionalBernoulli.ofLogit(), ConditionalCategorical.ofLogits(3))) {
            double[][] columns = new double[d.parameterNames().size()][4];
            Arrays.fill(columns[columns.length - 1], 1);
            d.requireParameters(columns, 0, 4);
            d.sample(columns, STREAM, 0, x, 0, 4);
            d.logPdf(columns, x, new double[4], 0, 4);
            d.gradLogPdf(columns, x, new double[columns.length][4], 0, 4);
            d.rows(columns, 0, 4).sample(STREAM, 0, x);
        }
    }

    /** A class that is not public hides the members that others inherit from it, from compilers and from reflection. */
    @Test
    void noPublicTypeHasSupertypesOrMembersThatAreNotPublic() {
        Set<String> hidden = new TreeSet<>();
        for (Class<?> type : publicTypes()) {
            Stream<Class<?>> supertypes = Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()));
            supertypes.filter(each -> !isUsable(each)).forEach(each -> hidden.add(type + ": " + each));
            for (Executable member : members(type)) {
                if (!isUsable(member.getDeclaringClass())) {
                    hidden.add(type + ": " + member);
                }
                Stream<Type> results = member instanceof Method method ? Stream.of(method.getGenericReturnType()) : Stream.empty();
                Stream.of(results, Stream.of(member.getGenericParameterTypes()), Stream.of(member.getGenericExceptionTypes()))
                        .flatMap(types -> types).filter(each -> !isUsable(each)).forEach(each -> hidden.add(member + ": " + each));
            }
        }
        assertEquals(Set.of(), hidden);
    }

    /** Calls all public methods without arguments, of objects of all classes that have such methods. */
    @Test
    void whatReflectionFindsCanBeCalled() throws IllegalAccessException {
        Set<Class<?>> seen = new TreeSet<>(Comparator.comparing(Class::getName));
        int calls = 0;
        for (Object object : objects()) {
            assertTrue(Modifier.isPublic(object.getClass().getModifiers()), () -> "not public: " + object.getClass());
            seen.add(object.getClass());
            for (Method method : object.getClass().getMethods()) {
                boolean isStatic = Modifier.isStatic(method.getModifiers());
                assertTrue(method.canAccess(isStatic ? null : object), method::toString);
                if (method.getParameterCount() > 0 || method.getDeclaringClass().getName().startsWith("java.")) {
                    continue;
                }
                calls++;
                try {
                    method.invoke(isStatic ? null : object);
                } catch (InvocationTargetException e) {
                    assertTrue(e.getCause() instanceof IllegalStateException, () -> method + ": " + e.getCause());
                }
            }
        }
        assertTrue(calls > 300, calls + " calls");
        Set<String> missing = publicTypes().stream().filter(type -> !type.isInterface() && !seen.contains(type))
                .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                .filter(type -> Arrays.stream(type.getMethods()).anyMatch(method -> !Modifier.isStatic(method.getModifiers())
                        && method.getDeclaringClass() == type)).map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        // These types are left out because only a listener sees one, and the others have no methods but those of constants.
        missing.removeAll(Set.of("Progress", "StopReason", "Link"));
        assertEquals(Set.of(), missing);
    }

    private static List<Object> objects() {
        var estimator = ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(2048).seed(1);
        Checkpoint[] checkpoint = {null};
        estimator.onProgress(progress -> checkpoint[0] = progress.checkpoint()).estimate(x -> x);
        Estimate estimate = estimator.withCovariance().estimate(x -> x * x);
        HessianEstimate hessian = estimator.hessian(x -> x);
        JacobianEstimate jacobian = estimator.jacobian(2, x -> new double[] {x[0], 1});
        NaturalGradient natural = estimate.naturalGradient();
        ConfidenceInterval interval = estimate.confidenceInterval(0, 0.9);
        ConditionalEstimator rows = ConditionalEstimator.of(ConditionalNormal.of()).seed(1);
        ConditionalEstimate ofRows = rows.estimate(new double[][] {{0}, {1}}, (row, x) -> x);
        Normal normal = Normal.of(0, 1);
        List<Object> all = new ArrayList<>(List.<Object>of(estimator, checkpoint[0], estimate, hessian, jacobian, natural, interval,
                rows, ofRows, Baseline.automatic(), estimate.baselineChoices().getFirst(), ImportanceSampling.from(normal),
                MovingAverage.of(0.5), RecordedSamples.of(new double[1], new double[1], normal), SamplingPlan.sobol(),
                Target.absolute(1), new WeightDiagnostics(3, 2, 0.5), new EvaluationException("f is NaN", 0, new double[1], null),
                ControlVariate.of((x, n, f) -> { }, 0, 0, 0), normal, LogNormal.of(0, 1), Cauchy.of(0, 1), Exponential.of(1)));
        all.addAll(List.<Object>of(Gumbel.of(0, 1), HalfNormal.of(1), Kumaraswamy.of(1, 2), Laplace.of(0, 1), Logistic.of(0, 1),
                Pareto.of(1, 3), Rayleigh.of(1), TruncatedNormal.of(0, 1, -1, 2), Weibull.of(1, 1), Bernoulli.of(0.5),
                Beta.of(1, 2), Binomial.of(3, 0.5), ChiSquared.of(2), Geometric.of(0.5), InverseGamma.of(3, 1),
                InverseGaussian.of(1, 1), NegativeBinomial.of(2, 0.5), StudentT.of(3), VonMises.of(0, 1), Zeta.of(2), Poisson.of(1),
                Gamma.of(1, 1), Uniform.of(0, 1), NormalMixture.of(new double[] {1}, new double[] {0}, new double[] {1}),
                Categorical.ofLogits(0, 1), DiagonalNormal.of(new double[2], new double[] {1, 1}),
                Independent.of(normal, Gamma.of(1, 1)), MultivariateNormal.of(new double[1], new double[][] {{1}}),
                Multinomial.of(2, 0.5, 0.5), Dirichlet.of(1, 2), PlackettLuce.ofLogits(0, 1), ConditionalNormal.of(),
                ConditionalBernoulli.ofLogit(), ConditionalCategorical.ofLogits(3), NegativeBinomialOfMean.of(1, 1),
                CommonsDistribution.ofContinuous(List.of("mean"), p -> NormalDistribution.of(p[0], 1),
                        (x, p, score) -> score[0] = x - p[0], 0)));
        return all;
    }

    private static Stream<Executable> constructors(Class<?> type) {
        return Stream.<Constructor<?>>of(type.getConstructors()).map(each -> each);
    }

    private static List<Executable> members(Class<?> type) {
        return Stream.concat(Stream.of(type.getMethods()), constructors(type)).toList();
    }

    /** Tells whether a type can be named from another package and from another module. */
    private static boolean isUsable(Type type) {
        return switch (type) {
            case Class<?> c when c.isArray() -> isUsable(c.getComponentType());
            case Class<?> c -> Modifier.isPublic(c.getModifiers())
                    && (c.getEnclosingClass() == null || isUsable(c.getEnclosingClass()))
                    && (!c.getName().startsWith("io.github.scorelane.") || EXPORTED.contains(c.getPackageName())
                    || c == SplitStream.class) || c.isPrimitive();
            case ParameterizedType p -> isUsable(p.getRawType())
                    && Stream.of(p.getActualTypeArguments()).allMatch(PublicTypesTest::isUsable);
            case GenericArrayType a -> isUsable(a.getGenericComponentType());
            case WildcardType w -> Stream.of(w.getUpperBounds()).allMatch(PublicTypesTest::isUsable)
                    && Stream.of(w.getLowerBounds()).allMatch(PublicTypesTest::isUsable);
            default -> true;
        };
    }

    /** Returns all public types of the exported packages, and the types nested in them. */
    private static List<Class<?>> publicTypes() {
        Path classes = Path.of(URI.create(Normal.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        List<Class<?>> all = new ArrayList<>();
        for (String exported : EXPORTED) {
            try (Stream<Path> files = Files.list(classes.resolve(exported.replace('.', '/')))) {
                for (Path file : files.sorted().toList()) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(".class") && !name.equals("package-info.class")) {
                        Class<?> type = Class.forName(exported + "." + name.substring(0, name.length() - 6), false,
                                Normal.class.getClassLoader());
                        if (isUsable(type)) {
                            all.add(type);
                        }
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        assertTrue(all.size() > 80, all::toString);
        return all;
    }

    @Test
    void whatIsStaticCanBeCalledToo() {
        assertTrue(Environment.description().contains("JDK"));
        assertEquals(List.of(), ScoreCheck.findings(Normal.of(0, 1), 1024));
        ParametricFunction f = (x, derivatives) -> derivatives[0] = x[0];
        assertEquals(1, f.evaluate(new double[] {1}, new double[1]));
    }
}
