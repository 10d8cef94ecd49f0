package io.github.scorelane.distribution;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/** A list of the names of very many parameters, each of which is made only when it is asked for. */
final class ParameterNames extends AbstractList<String> implements RandomAccess, Serializable {
    /** Makes the name of a parameter by its index; it is serialisable, since distributions hold their names. */
    interface Name extends IntFunction<String>, Serializable {}

    private final int size;
    private final Name name;

    ParameterNames(int size, Name name) {
        this.size = size;
        this.name = name;
    }

    @Override
    public String get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("parameter is not between 0 and " + (size - 1) + ": " + index);
        }
        return name.apply(index);
    }

    @Override
    public int size() {
        return size;
    }
}
