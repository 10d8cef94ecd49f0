package io.github.scorelane.bench.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps measurements that are a record: a file of JSON, and beside it a file of lines for each component that is a long list.
 *
 * @param <M> the record
 */
public final class Records<M extends Record> implements Storage<M> {
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final Class<M> type;
    private final String name;
    private final Map<String, CsvFile<?>> lists = new HashMap<>();

    /** Keeps all components in one file of JSON. */
    public Records(Class<M> type, String name) {
        this.type = type;
        this.name = name;
    }

    /** Keeps one component, a list of records, as lines of a file of its own. */
    public <R extends Record> Records<M> with(String component, String file, Class<R> lines) {
        lists.put(component, new CsvFile<>(file, lines));
        return this;
    }

    @Override
    public boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(name));
    }

    @Override
    public M read(Path folder) throws IOException {
        Object[] values = values(GSON.fromJson(Files.readString(folder.resolve(name)), type));
        for (int i = 0; i < values.length; i++) {
            CsvFile<?> list = list(i);
            values[i] = list == null ? values[i] : list.read(folder);
        }
        return make(type, values);
    }

    @Override
    public void write(M measured, Path folder) throws IOException {
        Object[] values = values(measured);
        for (int i = 0; i < values.length; i++) {
            if (list(i) != null) {
                list(i).write(((List<?>) values[i]).stream().map(Record.class::cast).toList(), folder);
                values[i] = null; // which JSON leaves out
            }
        }
        Files.writeString(folder.resolve(name), GSON.toJson(make(type, values)) + "\n");
    }

    private CsvFile<?> list(int component) {
        return lists.get(type.getRecordComponents()[component].getName());
    }

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
