package io.github.scorelane.bench.report;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Many records as a folder keeps them, a line each: their components are enum constants, whole numbers, and numbers of which
 * six digits are kept.
 *
 * @param name the file's name
 * @param type the records' class
 * @param <R> the records
 */
record CsvFile<R extends Record>(String name, Class<R> type) {
    List<R> read(Path folder) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve(name))) {
            return lines.skip(1).map(this::parse).toList();
        }
    }

    void write(List<? extends Record> records, Path folder) throws IOException {
        String header = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).collect(Collectors.joining(","));
        Files.write(folder.resolve(name), Stream.concat(Stream.of(header), records.stream().map(CsvFile::line)).toList());
    }

    private static String line(Record record) {
        return Arrays.stream(Records.values(record))
                .map(value -> value instanceof Double number ? String.format(Locale.ROOT, "%.6g", number) : value.toString())
                .collect(Collectors.joining(","));
    }

    private R parse(String line) {
        String[] cells = line.split(",");
        RecordComponent[] components = type.getRecordComponents();
        return Records.make(type,
                IntStream.range(0, components.length).mapToObj(i -> parse(cells[i], components[i].getType())).toArray());
    }

    private static Object parse(String cell, Class<?> type) {
        if (type == int.class) {
            return Integer.parseInt(cell);
        }
        if (type == double.class) {
            return Double.parseDouble(cell);
        }
        return Arrays.stream(type.getEnumConstants()).filter(constant -> constant.toString().equals(cell)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a " + type.getSimpleName() + ": " + cell));
    }
}
