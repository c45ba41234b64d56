package sst.local.logs;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/**
 * A pattern over events that are JSON objects, such as <code>{ $.level = "ERROR" && $.took > 100 }</code>.
 * See https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax-for-Metric-Filters.html
 */
final class JsonPattern {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<selector>\\$(?:\\.[\\w@-]+|\\[\\d+]|\\[\"[^\"]+\"]|\\['[^']+'])+)"
                    + "|(?<string>\"(?:[^\"\\\\]|\\\\.)*\")|%(?<regex>[^%]+)%|(?<symbol>&&|\\|\\||!=|<=|>=|[=<>(){}])"
                    + "|(?<word>[^\\s&|!=<>(){}\"]+))");
    private static final Pattern STEP = Pattern.compile("\\.([\\w@-]+)|\\[(\\d+)]|\\[[\"']([^\"']+)[\"']]");
    private static final int DEEPEST = 50;

    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int depth;

    private JsonPattern(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.find(end) && matcher.start() == end) {
            tokens.add(Token.of(matcher));
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw broken();
        }
    }

    static Predicate<String> parse(String text) {
        JsonPattern pattern = new JsonPattern(text);
        pattern.require("{");
        Predicate<JsonNode> wanted = pattern.or();
        pattern.require("}");
        if (pattern.at != pattern.tokens.size()) {
            throw broken();
        }
        return message -> {
            try {
                return message.trim().startsWith("{") && wanted.test(Json.parse(message));
            } catch (AwsException notJson) {
                return false;
            }
        };
    }

    private Predicate<JsonNode> or() {
        if (++depth > DEEPEST) {
            throw broken();
        }
        Predicate<JsonNode> left = and();
        while (take("||")) {
            left = left.or(and());
        }
        depth--;
        return left;
    }

    private Predicate<JsonNode> and() {
        Predicate<JsonNode> left = one();
        while (take("&&")) {
            left = left.and(one());
        }
        return left;
    }

    private Predicate<JsonNode> one() {
        if (take("(")) {
            Predicate<JsonNode> inner = or();
            require(")");
            return inner;
        }
        Token selector = next();
        if (!selector.kind.equals("selector")) {
            throw broken();
        }
        Token operator = next();
        Predicate<JsonNode> test =
                switch (operator.text) {
                    case "=", "!=", "<", ">", "<=", ">=" -> compared(operator.text, next());
                    case "IS" -> is(next().text);
                    case "EXISTS" -> node -> !node.isMissingNode();
                    case "NOT" -> {
                        require("EXISTS");
                        yield JsonNode::isMissingNode;
                    }
                    default -> throw broken();
                };
        return root -> test.test(selected(root, selector.text));
    }

    private static Predicate<JsonNode> is(String word) {
        return switch (word) {
            case "NULL" -> JsonNode::isNull;
            case "TRUE" -> node -> node.isBoolean() && node.booleanValue();
            case "FALSE" -> node -> node.isBoolean() && !node.booleanValue();
            default -> throw broken();
        };
    }

    private static Predicate<JsonNode> compared(String operator, Token value) {
        if (value.kind.equals("word") && value.text.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,4})?")) {
            BigDecimal number = new BigDecimal(value.text);
            return node ->
                    node.isNumber() && holds(operator, node.decimalValue().compareTo(number));
        }
        Pattern text = pattern(value);
        return switch (operator) {
            case "=" ->
                node -> node.isTextual() && text.matcher(node.textValue()).matches();
            case "!=" ->
                node -> node.isValueNode() && !text.matcher(node.asText()).matches();
            default -> throw broken();
        };
    }

    private static boolean holds(String operator, int order) {
        return switch (operator) {
            case "=" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case ">" -> order > 0;
            case "<=" -> order <= 0;
            default -> order >= 0;
        };
    }

    /** Asterisks of a text stand for anything; a regular expression may match anywhere. */
    private static Pattern pattern(Token value) {
        try {
            return switch (value.kind) {
                case "regex" -> Pattern.compile(".*(?:" + value.text + ").*", Pattern.DOTALL);
                case "string", "word" ->
                    Pattern.compile(
                            List.of(value.text.split("\\*", -1)).stream()
                                    .map(Pattern::quote)
                                    .collect(Collectors.joining(".*")),
                            Pattern.DOTALL);
                default -> throw broken();
            };
        } catch (PatternSyntaxException notARegex) {
            throw broken();
        }
    }

    private static JsonNode selected(JsonNode root, String selector) {
        JsonNode node = root;
        Matcher steps = STEP.matcher(selector);
        while (steps.find()) {
            node = steps.group(2) != null
                    ? node.path(Integer.parseInt(steps.group(2)))
                    : node.path(steps.group(1) != null ? steps.group(1) : steps.group(3));
        }
        return node;
    }

    private Token next() {
        if (at == tokens.size()) {
            throw broken();
        }
        return tokens.get(at++);
    }

    private boolean take(String text) {
        boolean found = at < tokens.size() && tokens.get(at).is(text);
        at += found ? 1 : 0;
        return found;
    }

    private void require(String text) {
        if (!take(text)) {
            throw broken();
        }
    }

    private static AwsException broken() {
        return Logs.invalid("Invalid filter pattern");
    }

    private record Token(String kind, String text) {
        static Token of(Matcher matcher) {
            for (String kind : List.of("selector", "string", "regex", "symbol", "word")) {
                String text = matcher.group(kind);
                if (text != null) {
                    boolean isString = kind.equals("string");
                    return new Token(
                            kind,
                            isString ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1") : text);
                }
            }
            throw broken();
        }

        boolean is(String wanted) {
            return text.equals(wanted) && (kind.equals("symbol") || kind.equals("word"));
        }
    }
}
