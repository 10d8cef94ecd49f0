package io.github.scorelane.distribution;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names and ranges of a family's parameters, in their order. It is made once for the family, or, where the number of
 * parameters varies, once for a distribution.
 */
final class ParameterList implements Serializable {
    private final List<String> names;
    private final List<Link> links;
    /** True if all parameters are logits, of which some but not all may be −∞. */
    private final boolean areMaskable;

    private ParameterList(List<String> names, List<Link> links, boolean areMaskable) {
        this.names = names;
        this.links = links;
        this.areMaskable = areMaskable;
    }

    static ParameterList of(Parameter... parameters) {
        return new ParameterList(Stream.of(parameters).map(Parameter::name).toList(),
                Stream.of(parameters).map(Parameter::link).toList(), false);
    }

    /**
     * Creates a list of real parameters whose names are one name with an index, "logit[0]", "logit[1]", … A name is made only
     * when it is asked for.
     */
    static ParameterList indexed(String name, int count) {
        List<String> names = new ParameterNames(count, index -> name + "[" + index + "]");
        return new ParameterList(names, Collections.nCopies(count, Link.IDENTITY), false);
    }

    /**
     * Creates a list of logits, "logit[0]", "logit[1]", …, of which some may be −∞: the value of such a logit has probability
     * 0.
     */
    static ParameterList maskableLogits(int count) {
        ParameterList logits = indexed("logit", count);
        return new ParameterList(logits.names, logits.links, true);
    }

    List<String> names() {
        return names;
    }

    List<Link> links() {
        return links;
    }

    /** Refuses values of all parameters if one is out of range. */
    void require(double... values) {
        Parameters.requireCount(values.length, links.size());
        for (int p = 0; p < values.length; p++) {
            if ((links.get(p) != Link.IDENTITY || !Double.isFinite(values[p])) && !isMasked(values[p])) {
                new Parameter(names.get(p), links.get(p)).require(values[p]);
            }
        }
        if (areMaskable && Arrays.stream(values).allMatch(this::isMasked)) {
            throw new IllegalArgumentException("no logit is finite: " + values[0]);
        }
    }

    private boolean isMasked(double value) {
        return areMaskable && value == Double.NEGATIVE_INFINITY;
    }

    /** Refuses rows of logits if a row has no finite one. */
    void requireFiniteInEachRow(double[][] columns, int offset, int length) {
        for (int i = offset; areMaskable && i < offset + length; i++) {
            boolean isFinite = false;
            for (int p = 0; p < columns.length && !isFinite; p++) {
                isFinite = !isMasked(columns[p][i]);
            }
            if (!isFinite) {
                throw new IllegalArgumentException("no logit of row " + i + " is finite: " + columns[0][i]);
            }
        }
    }

    /** Refuses a column of values of one parameter if one is out of range. The message names its row. */
    void requireRows(int parameter, double[] values, int offset, int length) {
        Link link = links.get(parameter);
        double least = link == Link.IDENTITY ? -Double.MAX_VALUE : Double.MIN_NORMAL;
        double most = link == Link.LOGIT ? Math.nextDown(1.0) : Double.MAX_VALUE;
        for (int i = offset; i < offset + length; i++) {
            if (!(values[i] >= least && values[i] <= most) && !isMasked(values[i])) {
                new Parameter(names.get(parameter) + " of row " + i, link).require(values[i]);
            }
        }
    }

    boolean areUnconstrained() {
        return links.stream().allMatch(link -> link == Link.IDENTITY);
    }
}
