package io.github.scorelane.bench.report;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Takes records apart and puts them together, whatever their components are. */
final class RecordParts {
    private RecordParts() {}

    static Object[] values(Record record) {
        return Arrays.stream(record.getClass().getRecordComponents()).map(component -> value(record, component)).toArray();
    }

    static <R extends Record> R make(Class<R> type, Object... values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("a " + type.getSimpleName() + " cannot be made of " + Arrays.toString(values), e);
        }
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("component cannot be read: " + component, e);
        }
    }
}
