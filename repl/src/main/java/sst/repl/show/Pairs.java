package sst.repl.show;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** Names with what is to be said about each, side by side; where that leaves no room, below them. */
public final class Pairs {
    private static final int WIDEST_NAME = 36;
    private static final int LEAST_TEXT = 30;

    private final List<Pair> pairs = new ArrayList<>();

    private record Pair(String name, String text) {
        int columns() {
            return new AttributedString(name).columnLength();
        }
    }

    /** Adds one. */
    public Pairs add(String name, String text) {
        pairs.add(new Pair(name, text));
        return this;
    }

    /** All of them in lines that fit a width. */
    public List<String> lines(int width) {
        int names = 2
                + pairs.stream()
                        .mapToInt(Pair::columns)
                        .filter(each -> each <= WIDEST_NAME)
                        .max()
                        .orElse(0);
        List<String> lines = new ArrayList<>();
        for (Pair each : pairs) {
            boolean fits = each.columns() + 2 <= names && width - names >= LEAST_TEXT;
            if (fits) {
                String name = each.name() + " ".repeat(names - each.columns());
                lines.addAll(Folded.behind(name, names, each.text(), width));
            } else {
                lines.add(each.name());
                lines.addAll(Folded.behind("    ", 4, each.text(), width));
            }
        }
        lines.replaceAll(String::stripTrailing);
        return lines;
    }
}
