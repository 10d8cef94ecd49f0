package io.github.scorelane.distribution;

/** What a family's parameter is called, and which values it may have. */
record Parameter(String name, Link link) {
    /** Any finite number. */
    static Parameter real(String name) {
        return new Parameter(name, Link.IDENTITY);
    }

    /** A finite number whose reciprocal is finite, too. */
    static Parameter positive(String name) {
        return new Parameter(name, Link.LOG);
    }

    /** A number strictly between 0 and 1. */
    static Parameter probability(String name) {
        return new Parameter(name, Link.LOGIT);
    }

    /** A finite number above 1. */
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
