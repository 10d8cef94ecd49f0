package io.github.scorelane.distribution;

import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Log;

/** The relation between a parameter θ in its range and an unconstrained parameter η, which may be any real number. */
public enum Link {
    /** θ = η: the parameter is any real number. */
    IDENTITY("") {
        @Override
        double unconstrained(double parameter) {
            return parameter;
        }

        @Override
        double constrained(double unconstrained) {
            return unconstrained;
        }

        @Override
        double slope(double parameter) {
            return 1;
        }

        @Override
        double curvature(double parameter) {
            return 0;
        }
    },

    /** η = ln θ: the parameter is positive. */
    LOG("log ") {
        @Override
        double unconstrained(double parameter) {
            return Log.log(parameter);
        }

        @Override
        double constrained(double unconstrained) {
            return Exp.exp(unconstrained);
        }

        @Override
        double slope(double parameter) {
            return parameter;
        }

        @Override
        double curvature(double parameter) {
            return parameter;
        }
    },

    /** η = ln(θ − 1): the parameter is above 1. */
    LOG_EXCESS("log excess ") {
        @Override
        double unconstrained(double parameter) {
            return Log.log(parameter - 1);
        }

        @Override
        double constrained(double unconstrained) {
            return 1 + Exp.exp(unconstrained);
        }

        @Override
        double slope(double parameter) {
            return parameter - 1;
        }

        @Override
        double curvature(double parameter) {
            return parameter - 1;
        }
    },

    /** η = ln(θ/(1 − θ)): the parameter lies between 0 and 1. */
    LOGIT("logit ") {
        @Override
        double unconstrained(double parameter) {
            return Log.log(parameter) - Log.log(1 - parameter);
        }

        @Override
        double constrained(double unconstrained) {
            double e = Exp.exp(-Math.abs(unconstrained));
            return (unconstrained < 0 ? e : 1) / (1 + e);
        }

        @Override
        double slope(double parameter) {
            return parameter * (1 - parameter);
        }

        @Override
        double curvature(double parameter) {
            return parameter * (1 - parameter) * (1 - 2 * parameter);
        }
    };

    private final String prefix;

    Link(String prefix) {
        this.prefix = prefix;
    }

    /** Returns the name of η, given that of θ. */
    String name(String parameter) {
        return prefix + parameter;
    }

    /** Returns η, given θ. */
    abstract double unconstrained(double parameter);

    /** Returns θ, given η. */
    abstract double constrained(double unconstrained);

    /** Returns ∂θ/∂η at θ. */
    abstract double slope(double parameter);

    /** Returns ∂²θ/∂η² at θ. */
    abstract double curvature(double parameter);
}
