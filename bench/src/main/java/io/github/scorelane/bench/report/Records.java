package io.github.scorelane.bench.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Object[] values = RecordParts.values(GSON.fromJson(Files.readString(folder.resolve(name)), type));
        for (int i = 0; i < values.length; i++) {
            CsvFile<?> list = list(i);
            values[i] = list == null ? values[i] : list.read(folder);
        }
        return RecordParts.make(type, values);
    }

    @Override
    public void write(M measured, Path folder) throws IOException {
        Object[] values = RecordParts.values(measured);
        for (int i = 0; i < values.length; i++) {
            if (list(i) != null) {
                list(i).write(((List<?>) values[i]).stream().map(Record.class::cast).toList(), folder);
                values[i] = null; // which JSON leaves out
            }
        }
        Files.writeString(folder.resolve(name), GSON.toJson(RecordParts.make(type, values)) + "\n");
    }

    private CsvFile<?> list(int component) {
        return lists.get(type.getRecordComponents()[component].getName());
    }
}
