package io.github.scorelane.check;

import io.github.scorelane.distribution.MultivariateDistribution;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * The check that {@code parameters}, {@code parameterNames} and {@code withParameters} agree, and that bad parameters are
 * refused.
 */
final class ParametersCheck {
    private final Subject subject;
    private final Points points;
    private final Findings findings;
    private boolean isSound = true;

    ParametersCheck(Subject subject, Points points, Findings findings) {
        this.subject = subject;
        this.points = points;
        this.findings = findings;
    }

    void run() {
        MultivariateDistribution distribution = subject.distribution();
        List<String> names = distribution.parameterNames();
        double[] parameters = distribution.parameters().clone();
        if (names.size() != parameters.length) {
            findings.add("parameterNames has " + names.size() + " names, parameters has " + parameters.length + " values");
            isSound = false;
            return;
        }
        if (new HashSet<>(names).size() < names.size() || names.stream().anyMatch(String::isBlank)) {
            findings.add("parameterNames has a name twice, or an empty one: " + names);
        }
        double[] given = distribution.parameters();
        Arrays.fill(given, Double.NaN);
        if (!Arrays.equals(parameters, distribution.parameters())) {
            findings.add("parameters gives an array that it keeps: a change of that changed the distribution");
            System.arraycopy(parameters, 0, given, 0, given.length);
        }
        if (isSame(distribution.withParameters(parameters), parameters, -1)) {
            refusals(distribution, parameters);
            for (int k = 0; k < subject.count(); k++) {
                moved(k);
            }
        }
    }

    /**
     * Tells whether {@code withParameters} gives the parameters asked for. If not, the checks that take differences by a
     * parameter would tell nothing.
     */
    boolean isSound() {
        return isSound;
    }

    private void refusals(MultivariateDistribution distribution, double[] parameters) {
        if (!isRefused(distribution, Arrays.copyOf(parameters, parameters.length + 1))) {
            findings.add("withParameters takes " + (parameters.length + 1) + " parameters without an IllegalArgumentException");
        }
        for (int k = 0; k < subject.count(); k++) {
            double[] bad = parameters.clone();
            bad[subject.index(k)] = Double.NaN;
            if (!isRefused(distribution, bad)) {
                findings.add("withParameters takes NaN for " + subject.name(k) + " without an IllegalArgumentException");
            }
        }
    }

    private static boolean isRefused(MultivariateDistribution distribution, double[] parameters) {
        try {
            distribution.withParameters(parameters);
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private void moved(int k) {
        double unit = 1 / points.scale(k);
        double theta = subject.parameter(k);
        double h = points.step(k);
        if (h > 0) {
            double[] wanted = subject.distribution().parameters();
            wanted[subject.index(k)] = theta + h;
            isSame(subject.moved(k, theta + h), wanted, k);
        } else if (isAlone(k, theta, Math.min(unit, Math.abs(theta)) / 8)) {
            findings.add("withParameters refuses all that is near " + subject.name(k) + " = " + theta
                    + ": nothing can be differentiated by it");
        }
    }

    private boolean isAlone(int k, double theta, double h) {
        return theta + h > theta && theta - h < theta && subject.movedOrNull(k, theta + h) == null
                && subject.movedOrNull(k, theta - h) == null && subject.movedOrNull(k, theta + h / 1024) == null
                && subject.movedOrNull(k, theta - h / 1024) == null;
    }

    /**
     * Tells whether the parameters of a moved distribution are those asked for, but for rounding, which is a small part of a
     * step.
     */
    private boolean isSame(MultivariateDistribution moved, double[] wanted, int movedParameter) {
        double[] parameters = moved.parameters();
        for (int k = 0; k < subject.count(); k++) {
            int p = subject.index(k);
            if (!(Math.abs(parameters[p] - wanted[p]) <= 1e-6 * Math.abs(wanted[p]) + 1e-3 / points.scale(k))) {
                isSound = false;
                findings.add((movedParameter < 0 ? "withParameters(parameters()) has "
                        : "where withParameters changes " + subject.name(movedParameter) + ", it has ")
                        + subject.name(k) + " = " + parameters[p] + ", not " + wanted[p]);
                return false;
            }
        }
        return true;
    }
}
