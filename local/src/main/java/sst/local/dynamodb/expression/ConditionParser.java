package sst.local.dynamodb.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sst.local.dynamodb.condition.And;
import sst.local.dynamodb.condition.Comparator;
import sst.local.dynamodb.condition.Condition;
import sst.local.dynamodb.condition.Exists;
import sst.local.dynamodb.condition.Not;
import sst.local.dynamodb.condition.Or;
import sst.local.dynamodb.document.Operand;
import sst.local.dynamodb.document.Path;

/** Parses condition, filter and key condition expressions (developer guide, "Condition and filter expressions"). */
public final class ConditionParser {
    private static final Set<String> KEYWORDS = Set.of("AND", "OR", "NOT", "BETWEEN", "IN");
    private static final List<Problems.Kind> ORDER = List.of(
            Problems.Kind.PARENTHESES,
            Problems.Kind.UNKNOWN_FUNCTION,
            Problems.Kind.MISUSED_FUNCTION,
            Problems.Kind.RESERVED,
            Problems.Kind.CONDITION);

    private final Cursor cursor;
    private final Problems problems = new Problems();
    private final PathParser paths;
    private final ConditionRules rules = new ConditionRules(problems);

    private ConditionParser(Cursor cursor, Placeholders placeholders) {
        this.cursor = cursor;
        this.paths = new PathParser(cursor, placeholders, problems, KEYWORDS);
    }

    /**
     * Parses a whole expression.
     *
     * @param member the request's member, which the error texts name
     * @throws sst.local.wire.AwsException with AWS's text
     */
    public static Condition parse(String member, String expression, Placeholders placeholders) {
        Cursor cursor = new Cursor(member, expression);
        ConditionParser parser = new ConditionParser(cursor, placeholders);
        Condition condition = parser.condition(parser.or());
        cursor.requireEnd();
        parser.problems.mostImportant(ORDER).ifPresent(text -> {
            throw cursor.error(text);
        });
        return condition;
    }

    private Term or() {
        Term left = and();
        while (cursor.peek().isKeyword("OR")) {
            Condition first = condition(left);
            operator();
            left = new Term.Test(new Or(first, condition(and())), "", false);
        }
        return left;
    }

    private Term and() {
        Term left = not();
        while (cursor.peek().isKeyword("AND")) {
            Condition first = condition(left);
            operator();
            left = new Term.Test(new And(first, condition(not())), "", false);
        }
        return left;
    }

    private Term not() {
        if (cursor.peek().isKeyword("NOT")) {
            operator();
            return new Term.Test(new Not(condition(not())), "", false);
        }
        return comparison();
    }

    private Term comparison() {
        Term left = primary();
        Token token = cursor.peek();
        Optional<Comparator> comparator =
                token.kind() == Token.Kind.SYMBOL ? Comparator.ofSymbol(token.text()) : Optional.empty();
        if (comparator.isPresent()) {
            operator();
            return leaf(rules.comparison(comparator.get(), operand(left), operand(primary())));
        }
        if (token.isKeyword("BETWEEN")) {
            operator();
            Operand lower = operand(primary());
            cursor.requireKeyword("AND");
            return leaf(rules.between(operand(left), lower, operand(primary())));
        }
        if (token.isKeyword("IN")) {
            operator();
            cursor.requireSymbol("(");
            return leaf(rules.oneOf(operand(left), arguments()));
        }
        return left;
    }

    private Term primary() {
        Token token = cursor.peek();
        if (token.isSymbol("(")) {
            return group();
        }
        if (token.kind() == Token.Kind.VALUE_PLACEHOLDER) {
            return new Term.Value(paths.value(), "", false);
        }
        if (token.kind() == Token.Kind.WORD
                && cursor.isBefore("(")
                && KEYWORDS.stream().noneMatch(token::isKeyword)) {
            return call();
        }
        return new Term.Value(paths.path(), "", false);
    }

    private Term group() {
        cursor.next();
        Term inner = or();
        cursor.requireSymbol(")");
        if (inner.isWrapped()) {
            problems.report(Problems.Kind.PARENTHESES, "The expression has redundant parentheses;");
        }
        if (inner instanceof Term.Value value && value.operand() instanceof Path path) {
            return new Term.Value(paths.tail(path.steps()), "", true);
        }
        return inner.wrapped();
    }

    private Term call() {
        String name = cursor.next().text();
        cursor.countOperator();
        cursor.requireSymbol("(");
        Term result = rules.call(name, arguments());
        if (result instanceof Term.Test) {
            problems.endOfLeaf();
        }
        return result;
    }

    private List<Operand> arguments() {
        List<Operand> operands = new ArrayList<>();
        do {
            operands.add(operand(primary()));
        } while (cursor.takeSymbol(","));
        cursor.requireSymbol(")");
        return operands;
    }

    private Term leaf(Condition condition) {
        problems.endOfLeaf();
        return new Term.Test(condition, "", false);
    }

    private void operator() {
        cursor.next();
        cursor.countOperator();
    }

    private Operand operand(Term term) {
        if (term instanceof Term.Value value) {
            return value.operand();
        }
        if (term.function().isEmpty()) {
            throw cursor.syntaxError();
        }
        misused(term);
        return Path.of("");
    }

    private Condition condition(Term term) {
        if (term instanceof Term.Test test) {
            return test.condition();
        }
        if (term.function().isEmpty()) {
            throw cursor.syntaxError();
        }
        misused(term);
        return new Exists(Path.of(""), true);
    }

    private void misused(Term term) {
        problems.report(
                Problems.Kind.MISUSED_FUNCTION,
                "The function is not allowed to be used this way in an expression; function: " + term.function());
    }
}
