package sst.local.dynamodb.partiql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sst.local.dynamodb.condition.And;
import sst.local.dynamodb.condition.Between;
import sst.local.dynamodb.condition.Comparator;
import sst.local.dynamodb.condition.Comparison;
import sst.local.dynamodb.condition.Condition;
import sst.local.dynamodb.condition.Exists;
import sst.local.dynamodb.condition.HasType;
import sst.local.dynamodb.condition.Not;
import sst.local.dynamodb.condition.OneOf;
import sst.local.dynamodb.condition.Or;
import sst.local.dynamodb.document.Literal;
import sst.local.dynamodb.document.Operand;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.value.ListValue;
import sst.local.dynamodb.value.ValueType;

/** Reads conditions into those that condition expressions have (developer guide, "PartiQL operators"). */
final class WhereParser {
    private static final String NO_RIGHT_SIDE = "Missing right-hand side expression of infix operator";

    private final Tokens tokens;
    private final PathReader paths;
    private final ValueParser values;
    private final FunctionParser functions;

    WhereParser(Tokens tokens, PathReader paths, ValueParser values) {
        this.tokens = tokens;
        this.paths = paths;
        this.values = values;
        this.functions = new FunctionParser(tokens, paths, values);
    }

    Condition condition() {
        Condition left = conjunction();
        while (tokens.takeWord("OR")) {
            requireRightSide();
            left = new Or(left, conjunction());
        }
        return left;
    }

    private Condition conjunction() {
        Condition left = negation();
        while (tokens.takeWord("AND")) {
            requireRightSide();
            left = new And(left, negation());
        }
        return left;
    }

    private void requireRightSide() {
        if (tokens.peek().kind() == Token.Kind.END) {
            throw Tokens.malformed(NO_RIGHT_SIDE);
        }
    }

    private Condition negation() {
        tokens.enter();
        Condition condition = tokens.takeWord("NOT") ? new Not(negation()) : predicate();
        tokens.leave();
        return condition;
    }

    private Condition predicate() {
        if (tokens.takeSymbol("(")) {
            Condition inner = condition();
            tokens.requireSymbol(")");
            return inner;
        }
        Optional<Condition> call = functions.condition();
        return call.isPresent() ? call.get() : comparison();
    }

    private Condition comparison() {
        Operand left = operand();
        boolean isNegated = tokens.peek().isWord("NOT") && tokens.second().isOperator() && tokens.takeWord("NOT");
        if (tokens.takeWord("IS")) {
            return type(left);
        }
        if (tokens.takeWord("BETWEEN")) {
            Operand lower = operand();
            tokens.requireWord("AND");
            return negated(isNegated, new Between(left, lower, operand()));
        }
        if (tokens.takeWord("IN")) {
            return negated(isNegated, new OneOf(left, choices()));
        }
        String symbol = tokens.peek().text();
        Optional<Comparator> comparator = tokens.peek().kind() == Token.Kind.SYMBOL
                ? Comparator.ofSymbol(symbol.equals("!=") ? "<>" : symbol)
                : Optional.empty();
        if (comparator.isEmpty()) {
            throw tokens.peek().isWord("LIKE")
                    ? Rejection.validation("Unsupported operation: Like")
                    : Rejection.validation("Unsupported operation in a where clause at "
                            + tokens.peek().place());
        }
        tokens.next();
        return new Comparison(comparator.get(), left, operand());
    }

    private static Condition negated(boolean isNegated, Condition condition) {
        return isNegated ? new Not(condition) : condition;
    }

    private Operand operand() {
        Optional<Operand> size = functions.size();
        if (size.isPresent()) {
            return size.get();
        }
        if (values.isHere()) {
            return new Literal(values.value());
        }
        return paths.path();
    }

    private Condition type(Operand operand) {
        boolean isNegated = tokens.takeWord("NOT");
        if (tokens.takeWord("MISSING")) {
            if (operand instanceof Path path) {
                return new Exists(path, isNegated);
            }
            throw Rejection.validation(
                    "Operator or function requires a document path; operator or function: IS MISSING");
        }
        if (tokens.takeWord("NULL")) {
            return negated(isNegated, new HasType(operand, ValueType.NULL));
        }
        throw Tokens.malformed("Expected type name");
    }

    private List<Operand> choices() {
        List<Operand> choices = new ArrayList<>();
        if (tokens.takeSymbol("(")) {
            do {
                choices.add(operand());
            } while (tokens.takeSymbol(","));
            tokens.requireSymbol(")");
            return choices;
        }
        if (values.value() instanceof ListValue list) {
            list.elements().forEach(element -> choices.add(new Literal(element)));
            return choices;
        }
        throw Tokens.malformed("Expected a list behind IN");
    }
}
