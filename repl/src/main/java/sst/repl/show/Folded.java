package sst.repl.show;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** Text in lines that fit a width, broken between words; a terminal would break it anywhere. */
public final class Folded {
    private static final int NARROWEST = 20;

    private Folded() {}

    /** The lines; a word that is longer than a line stays whole. */
    public static List<String> lines(String text, int width) {
        int columns = Math.max(NARROWEST, width);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            boolean fits = new AttributedString(line + " " + word).columnLength() <= columns;
            if (line.length() > 0 && !fits) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The same behind a mark; further lines stand under the first word. */
    public static List<String> behind(String mark, int columns, String text, int width) {
        List<String> lines = new ArrayList<>(lines(text, width - columns));
        lines.replaceAll(line -> " ".repeat(columns) + line);
        lines.set(0, mark + lines.get(0).substring(columns));
        return lines;
    }
}
