package sst.repl.command;

import java.util.ArrayList;
import java.util.List;

/**
 * The words behind a command.
 *
 * @param text as it was typed
 * @param words in order, options among them
 */
public record Arguments(String text, List<String> words) {
    public Arguments {
        words = List.copyOf(words);
    }

    /** Words are parted by blanks; quotes keep blanks in a word. */
    public static Arguments of(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean isOpen = false;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (quote == 0 && (each == '\'' || each == '"')) {
                quote = each;
                isOpen = true;
            } else if (each == quote) {
                quote = 0;
            } else if (quote == 0 && Character.isWhitespace(each)) {
                end(words, word, isOpen);
                isOpen = false;
            } else {
                word.append(each);
            }
        }
        end(words, word, isOpen);
        return new Arguments(text, words);
    }

    private static void end(List<String> words, StringBuilder word, boolean wasQuoted) {
        if (word.length() > 0 || wasQuoted) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** Whether an option was given. */
    public boolean has(String... options) {
        return words.stream().anyMatch(List.of(options)::contains);
    }

    /** The words that are no options. */
    public List<String> names() {
        return words.stream().filter(word -> !word.startsWith("-")).toList();
    }

    /** The first word that is no option, or a default. */
    public String first(String otherwise) {
        return names().isEmpty() ? otherwise : names().get(0);
    }
}
