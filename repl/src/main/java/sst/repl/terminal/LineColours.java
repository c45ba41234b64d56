package sst.repl.terminal;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours a line while it is typed: what is known of the app, texts, numbers, and commands that do not exist. */
final class LineColours implements Highlighter {
    private static final Pattern PART = Pattern.compile(
            "(?<text>'(?:[^'\\\\]|\\\\.)*'?|\"(?:[^\"\\\\]|\\\\.)*\"?)|(?<comment>//.*)|(?<number>\\b\\d[\\w.]*)|(?<name>[A-Za-z_$][\\w$]*)");
    private static final Set<String> KEYWORDS = Set.of(
            "def",
            "var",
            "new",
            "return",
            "if",
            "else",
            "for",
            "while",
            "in",
            "true",
            "false",
            "null",
            "class",
            "import",
            "try",
            "catch",
            "finally",
            "throw",
            "switch",
            "case",
            "assert",
            "instanceof",
            "as");
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;

    private final Predicate<String> isCommand;
    private final Predicate<String> isOfApp;
    private final boolean colour;

    LineColours(Predicate<String> isCommand, Predicate<String> isOfApp, boolean colour) {
        this.isCommand = isCommand;
        this.isOfApp = isOfApp;
        this.colour = colour;
    }

    @Override
    public AttributedString highlight(LineReader reader, String line) {
        if (!colour) {
            return new AttributedString(line);
        }
        AttributedStringBuilder out = new AttributedStringBuilder();
        int from = 0;
        if (line.startsWith("/") && !line.startsWith("//")) {
            int end = line.indexOf(' ') < 0 ? line.length() : line.indexOf(' ');
            boolean isKnown = isCommand.test(line.substring(1, end));
            out.styled(isKnown ? PLAIN.bold() : PLAIN.foreground(AttributedStyle.RED), line.substring(0, end));
            out.append(line.substring(end));
            return out.toAttributedString();
        }
        Matcher part = PART.matcher(line);
        while (part.find()) {
            out.append(line.substring(from, part.start()));
            boolean isMember = part.start() > 0 && line.charAt(part.start() - 1) == '.';
            out.styled(style(part, isMember), part.group());
            from = part.end();
        }
        return out.append(line.substring(from)).toAttributedString();
    }

    private AttributedStyle style(Matcher part, boolean isMember) {
        if (part.group("text") != null) {
            return PLAIN.foreground(AttributedStyle.GREEN);
        }
        if (part.group("comment") != null) {
            return PLAIN.faint();
        }
        if (part.group("number") != null) {
            return PLAIN.foreground(AttributedStyle.YELLOW);
        }
        String name = part.group("name");
        if (!isMember && KEYWORDS.contains(name)) {
            return PLAIN.foreground(AttributedStyle.MAGENTA);
        }
        return !isMember && isOfApp.test(name) ? PLAIN.foreground(AttributedStyle.CYAN) : PLAIN;
    }
}
