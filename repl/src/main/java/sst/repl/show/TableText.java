package sst.repl.show;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import sst.runner.ui.Style;

/** Rows in columns that fit a width; what is too long is cut with an ellipsis. */
public final class TableText {
    private static final int NARROWEST = 6;

    private final List<String> columns;
    private final int width;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param columns their headings; all empty for none */
    public TableText(List<String> columns, int width) {
        this.columns = List.copyOf(columns);
        this.width = width;
    }

    /** Adds a row, a cell for each column. */
    public void row(List<String> cells) {
        rows.add(cells.stream().map(each -> each.replaceAll("\\s*\\R\\s*", " ")).toList());
    }

    /** The table, headings first. */
    public List<String> lines(Style style) {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        if (columns.stream().anyMatch(each -> !each.isEmpty())) {
            lines.add(style.strong(line(columns, widths)));
        }
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    new AttributedString(columns.get(i)).columnLength(),
                    rows.stream()
                            .mapToInt(row -> new AttributedString(row.get(column)).columnLength())
                            .max()
                            .orElse(0));
        }
        while (total(widths) > width) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static int total(int[] widths) {
        int total = 2 * (widths.length - 1);
        for (int each : widths) {
            total += each;
        }
        return total;
    }

    /** A text that fills no more columns than there are; some characters fill two. */
    static AttributedString cut(AttributedString text, int columns) {
        return text.columnLength() <= columns
                ? text
                : AttributedString.join(
                        AttributedString.EMPTY,
                        text.columnSubSequence(0, Math.max(0, columns - 1)),
                        new AttributedString("…"));
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            AttributedString shown = cut(new AttributedString(cells.get(i)), widths[i]);
            line.append(shown);
            if (i < cells.size() - 1) {
                line.append(" ".repeat(widths[i] - shown.columnLength() + 2));
            }
        }
        return line.toString().stripTrailing();
    }
}
