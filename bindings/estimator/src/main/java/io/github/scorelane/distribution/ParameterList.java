package io.github.scorelane.distribution;

import java.util.List;
import java.util.stream.Stream;

/** A family's parameters, in order; made once for the family. */
final class ParameterList {
    private final List<Parameter> parameters;
    private final List<String> names;
    private final List<Link> links;

    private ParameterList(List<Parameter> parameters) {
        this.parameters = parameters;
        names = parameters.stream().map(Parameter::name).toList();
        links = parameters.stream().map(Parameter::link).toList();
    }

    static ParameterList of(Parameter... parameters) {
        return new ParameterList(Stream.of(parameters).toList());
    }

    List<String> names() {
        return names;
    }

    List<Link> links() {
        return links;
    }

    /** Refuses values of which one is out of range. */
    void require(double... values) {
        Parameters.requireCount(values.length, parameters.size());
        for (int p = 0; p < values.length; p++) {
            parameters.get(p).require(values[p]);
        }
    }

    boolean areUnconstrained() {
        return links.stream().allMatch(link -> link == Link.IDENTITY);
    }
}
