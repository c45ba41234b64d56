package sst.local.dynamodb.partiql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import sst.local.dynamodb.condition.BeginsWith;
import sst.local.dynamodb.condition.Condition;
import sst.local.dynamodb.condition.Contains;
import sst.local.dynamodb.condition.Exists;
import sst.local.dynamodb.condition.HasType;
import sst.local.dynamodb.condition.SizeOf;
import sst.local.dynamodb.document.Literal;
import sst.local.dynamodb.document.Operand;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.value.TextValue;
import sst.local.dynamodb.value.ValueType;

/** Reads calls in conditions (developer guide, "PartiQL functions"). */
final class FunctionParser {
    private static final Set<String> TESTS =
            Set.of("attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains", "missing");

    private final Tokens tokens;
    private final PathReader paths;
    private final ValueParser values;

    FunctionParser(Tokens tokens, PathReader paths, ValueParser values) {
        this.tokens = tokens;
        this.paths = paths;
        this.values = values;
    }

    /** The condition that a call is, when one starts here. */
    Optional<Condition> condition() {
        String name = name();
        if (name.isEmpty() || name.equals("size")) {
            return Optional.empty();
        }
        Token token = tokens.next();
        if (!TESTS.contains(name)) {
            throw Rejection.validation("Unrecognized function: " + name + " at " + token.place());
        }
        return Optional.of(test(name, arguments()));
    }

    /** {@code size(…)}, when it stands here. */
    Optional<Operand> size() {
        if (!name().equals("size")) {
            return Optional.empty();
        }
        tokens.next();
        List<Operand> arguments = arguments();
        requireCount("size", arguments, 1);
        return Optional.of(new SizeOf(arguments.get(0)));
    }

    private String name() {
        Token token = tokens.peek();
        boolean isCall = token.kind() == Token.Kind.WORD
                && !token.isKeyword()
                && !token.isOperator()
                && tokens.second().isSymbol("(");
        return isCall && !token.isWord("NOT") ? token.text().toLowerCase(Locale.ROOT) : "";
    }

    private Condition test(String name, List<Operand> arguments) {
        boolean isPath =
                name.equals("attribute_exists") || name.equals("attribute_not_exists") || name.equals("missing");
        requireCount(name, arguments, isPath ? 1 : 2);
        Operand first = arguments.get(0);
        if (isPath) {
            return exists(name, first);
        }
        Operand second = arguments.get(1);
        return switch (name) {
            case "begins_with" -> new BeginsWith(first, second);
            case "contains" -> new Contains(first, second);
            default -> new HasType(first, type(second));
        };
    }

    private static Condition exists(String name, Operand operand) {
        if (operand instanceof Path path) {
            return new Exists(path, name.equals("attribute_exists"));
        }
        throw Rejection.validation("Operator or function requires a document path; operator or function: " + name);
    }

    private static ValueType type(Operand operand) {
        String name =
                operand instanceof Literal literal && literal.value() instanceof TextValue text ? text.text() : "";
        return ValueType.named(name)
                .orElseThrow(() -> Rejection.validation("Invalid attribute type name found; type: " + name
                        + ", valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}"));
    }

    private List<Operand> arguments() {
        tokens.requireSymbol("(");
        List<Operand> arguments = new ArrayList<>();
        if (!tokens.takeSymbol(")")) {
            do {
                Optional<Operand> size = size();
                arguments.add(
                        size.isPresent() ? size.get() : values.isHere() ? new Literal(values.value()) : paths.path());
            } while (tokens.takeSymbol(","));
            tokens.requireSymbol(")");
        }
        return arguments;
    }

    private static void requireCount(String name, List<Operand> arguments, int count) {
        if (arguments.size() != count) {
            throw Rejection.validation("Incorrect number of operands for operator or function; operator or function: "
                    + name + ", number of operands: " + arguments.size());
        }
    }
}
