package io.github.scorelane.distribution;

/** A parameter of a family: its name, and the link that says which values it may have. */
record Parameter(String name, Link link) {
    /** Creates a parameter that may be any finite number. */
    static Parameter real(String name) {
        return new Parameter(name, Link.IDENTITY);
    }

    /** Creates a parameter that may be any positive number that is finite and has a finite reciprocal. */
    static Parameter positive(String name) {
        return new Parameter(name, Link.LOG);
    }

    /** Creates a parameter that may be any number strictly between 0 and 1. */
    static Parameter probability(String name) {
        return new Parameter(name, Link.LOGIT);
    }

    /** Creates a parameter that may be any finite number above 1. */
    static Parameter aboveOne(String name) {
        return new Parameter(name, Link.LOG_EXCESS);
    }

    /** Refuses a value that the parameter may not have. */
    void require(double value) {
        switch (link) {
            case IDENTITY -> Parameters.requireFinite(name, value);
            case LOG -> Parameters.requireScale(name, value);
            case LOG_EXCESS -> Parameters.requireAboveOne(name, value);
            case LOGIT -> Parameters.requireProbability(name, value);
        }
    }
}
