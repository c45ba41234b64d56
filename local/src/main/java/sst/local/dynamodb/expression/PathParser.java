package sst.local.dynamodb.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sst.local.dynamodb.document.Literal;
import sst.local.dynamodb.document.Operand;
import sst.local.dynamodb.document.Path;

/** The rules that all expressions share: document paths and value placeholders. */
final class PathParser {
    private static final int MAX_INDEX_DIGITS = 9;
    private static final Path UNKNOWN = Path.of("");

    private final Cursor cursor;
    private final Placeholders placeholders;
    private final Problems problems;
    private final Set<String> keywords;

    PathParser(Cursor cursor, Placeholders placeholders, Problems problems, Set<String> keywords) {
        this.cursor = cursor;
        this.placeholders = placeholders;
        this.problems = problems;
        this.keywords = keywords;
    }

    Path path() {
        List<Path.Step> steps = new ArrayList<>();
        steps.add(name());
        return tail(steps);
    }

    /** What may follow a path in parentheses. */
    Path tail(List<Path.Step> head) {
        List<Path.Step> steps = new ArrayList<>(head);
        while (true) {
            if (cursor.takeSymbol(".")) {
                steps.add(name());
            } else if (cursor.takeSymbol("[")) {
                steps.add(index());
                cursor.requireSymbol("]");
            } else {
                return new Path(steps);
            }
        }
    }

    Operand value() {
        String placeholder = cursor.take(Token.Kind.VALUE_PLACEHOLDER).text();
        return placeholders.value(placeholder).<Operand>map(Literal::new).orElseGet(() -> {
            String text =
                    "An expression attribute value used in expression is not defined; attribute value: " + placeholder;
            problems.report(Problems.Kind.PLACEHOLDER, text);
            problems.report(Problems.Kind.VALUE, text);
            return UNKNOWN;
        });
    }

    private Path.Step name() {
        Token token = cursor.peek();
        if (token.kind() == Token.Kind.NAME_PLACEHOLDER) {
            cursor.next();
            return new Path.Step.Name(placeholders.name(token.text()).orElseGet(() -> undefined(token.text())));
        }
        if (keywords.stream().anyMatch(token::isKeyword)) {
            throw cursor.syntaxError();
        }
        String name = cursor.take(Token.Kind.WORD).text();
        if (ReservedWords.contains(name)) {
            problems.report(Problems.Kind.RESERVED, "Attribute name is a reserved keyword; reserved keyword: " + name);
        }
        return new Path.Step.Name(name);
    }

    private String undefined(String placeholder) {
        String text =
                "An expression attribute name used in the document path is not defined; attribute name: " + placeholder;
        problems.report(Problems.Kind.PLACEHOLDER, text);
        problems.report(Problems.Kind.NAME, text);
        return placeholder;
    }

    private Path.Step index() {
        Token digits = cursor.take(Token.Kind.DIGITS);
        if (digits.text().length() > MAX_INDEX_DIGITS) {
            throw cursor.error("List index is not within the allowable range; index: [" + digits.text() + "]");
        }
        return new Path.Step.Index(Integer.parseInt(digits.text()));
    }
}
