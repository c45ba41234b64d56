package sst.local.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of terms: all plain and quoted terms must be in the message, one of the {@code ?optional} ones, none of the
 * {@code -excluded} ones; {@code %regular expressions%} too. Patterns over columns are refused.
 * See https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 *
 * @param required all must hold
 * @param optional one must hold, when there is any
 */
record FilterPattern(List<Predicate<String>> required, List<Predicate<String>> optional) implements Predicate<String> {
    private static final Pattern TERM =
            Pattern.compile("\\s*([?-]?)(?:\"((?:[^\"\\\\]|\\\\.)*)\"|%([^%]+)%|([^\\s\"]+))");

    /** The pattern, which may also be one over JSON. */
    static Predicate<String> parse(String text) {
        String pattern = text.trim();
        if (pattern.startsWith("{")) {
            return JsonPattern.parse(pattern);
        }
        if (pattern.startsWith("[")) {
            throw Logs.invalid("sst local supports filter patterns of terms and JSON, not of columns: " + pattern);
        }
        List<Predicate<String>> required = new ArrayList<>();
        List<Predicate<String>> optional = new ArrayList<>();
        Matcher terms = TERM.matcher(pattern);
        int end = 0;
        while (end < pattern.length() && terms.find(end) && terms.start() == end) {
            Predicate<String> term = term(terms);
            switch (terms.group(1)) {
                case "?" -> optional.add(term);
                case "-" -> required.add(term.negate());
                default -> required.add(term);
            }
            end = terms.end();
        }
        if (end < pattern.length()) {
            throw Logs.invalid("Invalid filter pattern");
        }
        return new FilterPattern(required, optional);
    }

    private static Predicate<String> term(Matcher terms) {
        if (terms.group(3) != null) {
            try {
                Pattern expression = Pattern.compile(terms.group(3));
                return message -> expression.matcher(message).find();
            } catch (PatternSyntaxException broken) {
                throw Logs.invalid("Invalid filter pattern");
            }
        }
        String words = terms.group(2) == null ? terms.group(4) : terms.group(2).replaceAll("\\\\(.)", "$1");
        return message -> message.contains(words);
    }

    @Override
    public boolean test(String message) {
        return required.stream().allMatch(term -> term.test(message))
                && (optional.isEmpty() || optional.stream().anyMatch(term -> term.test(message)));
    }
}
