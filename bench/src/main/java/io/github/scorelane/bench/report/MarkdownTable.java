package io.github.scorelane.bench.report;

/** A table in Markdown, of a heading and rows that are added one by one. */
public final class MarkdownTable {
    private final StringBuilder text = new StringBuilder();

    /**
     * Creates a table without rows.
     *
     * @param alignment a letter for each column: l where it is aligned to the left, r where to the right
     * @param titles the columns' titles
     */
    public MarkdownTable(String alignment, String... titles) {
        row((Object[]) titles);
        row(alignment.chars().mapToObj(letter -> letter == 'l' ? "---" : "---:").toArray());
    }

    /** Adds a row. A cell that is null is empty. */
    public MarkdownTable row(Object... cells) {
        text.append('|');
        for (Object cell : cells) {
            text.append(cell == null ? " |" : " " + cell + " |");
        }
        text.append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
