package sst.repl.complete;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a line the cursor is.
 *
 * @param word what is typed of the word already
 * @param path what the word hangs on, such as {@code api} and {@code put} of {@code api.put.mem}
 * @param blocks names of the open blocks around it, outermost first, each the last word before its brace
 * @param prop the prop whose text value is being typed; empty when it is none
 */
record Cursor(String word, List<String> path, List<String> blocks, String prop) {
    private static final Pattern PATH =
            Pattern.compile("((?:[A-Za-z_$][\\w$]*(?:\\[(?:'[^']*'|\"[^\"]*\")])*\\.)*)([\\w$]*)$");
    private static final Pattern PART = Pattern.compile("[A-Za-z_$][\\w$]*|\\[(?:'([^']*)'|\"([^\"]*)\")]");
    private static final Pattern TEXT = Pattern.compile("((?:[\\w$]+\\.)*)([\\w$]+)\\s*[=:(]?\\s*['\"]([^'\"]*)$");

    Cursor {
        path = List.copyOf(path);
        blocks = List.copyOf(blocks);
    }

    static Cursor in(String before) {
        Matcher text = TEXT.matcher(before);
        if (text.find() && isInText(before)) {
            return new Cursor(text.group(3), parts(text.group(1)), blocks(before), text.group(2));
        }
        Matcher path = PATH.matcher(before);
        if (!path.find()) {
            return new Cursor("", List.of(), blocks(before), "");
        }
        // Behind a call's result stands something that only running the call would show.
        boolean isUnknown = path.start() > 0 && before.charAt(path.start() - 1) == '.';
        List<String> parts = isUnknown ? List.of("") : parts(path.group(1));
        return new Cursor(path.group(2), parts, blocks(before), "");
    }

    private static boolean isInText(String before) {
        char quote = 0;
        for (int i = 0; i < before.length(); i++) {
            char each = before.charAt(i);
            if (quote == 0 && (each == '\'' || each == '"')) {
                quote = each;
            } else if (each == quote) {
                quote = 0;
            }
        }
        return quote != 0;
    }

    private static List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(path);
        while (part.find()) {
            String key = part.group(1) == null ? part.group(2) : part.group(1);
            parts.add(key == null ? part.group() : key);
        }
        return parts;
    }

    /** The open braces, each with the name of what is called before it. */
    private static List<String> blocks(String before) {
        Deque<String> open = new ArrayDeque<>();
        char quote = 0;
        int start = 0;
        for (int i = 0; i < before.length(); i++) {
            char each = before.charAt(i);
            if (quote != 0) {
                quote = each == quote ? 0 : quote;
            } else if (each == '\'' || each == '"') {
                quote = each;
            } else if (each == '{') {
                open.addLast(caller(before.substring(start, i)));
                start = i + 1;
            } else if (each == '}') {
                open.pollLast();
                start = i + 1;
            } else if (each == ';' || each == '\n') {
                start = i + 1;
            }
        }
        return List.copyOf(open);
    }

    private static String caller(String statement) {
        String head = statement.strip().replaceFirst("\\(.*$", "").replaceFirst("\\s.*$", "");
        String assigned = statement.contains("=")
                ? statement.substring(statement.lastIndexOf('=') + 1).strip()
                : "";
        String call = assigned.isEmpty() ? head : assigned.replaceFirst("\\(.*$", "");
        return call.substring(call.lastIndexOf('.') + 1);
    }
}
