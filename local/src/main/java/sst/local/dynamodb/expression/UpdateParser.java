package sst.local.dynamodb.expression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import sst.local.dynamodb.document.Operand;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.document.PathSet;
import sst.local.dynamodb.update.Action;
import sst.local.dynamodb.update.RemoveAction;
import sst.local.dynamodb.update.SetAction;
import sst.local.dynamodb.update.Update;

/** Parses update expressions (developer guide, "Update expressions"). */
public final class UpdateParser {
    private static final Set<String> SECTIONS = Set.of("SET", "REMOVE", "ADD", "DELETE");
    private static final List<Problems.Kind> ORDER = List.of(
            Problems.Kind.RESERVED,
            Problems.Kind.UNKNOWN_FUNCTION,
            Problems.Kind.SECTION,
            Problems.Kind.NAME,
            Problems.Kind.VALUE,
            Problems.Kind.OVERLAP,
            Problems.Kind.CONFLICT,
            Problems.Kind.OPERANDS,
            Problems.Kind.FUNCTION);

    private final Cursor cursor;
    private final Problems problems = new Problems();
    private final UpdateRules rules = new UpdateRules(problems);
    private final PathParser paths;
    private final PathSet targets = new PathSet();
    private final List<Action> actions = new ArrayList<>();

    private UpdateParser(Cursor cursor, Placeholders placeholders) {
        this.cursor = cursor;
        this.paths = new PathParser(cursor, placeholders, problems, SECTIONS);
    }

    /**
     * Parses a whole expression.
     *
     * @throws sst.local.wire.AwsException with AWS's text
     */
    public static Update parse(String expression, Placeholders placeholders) {
        Cursor cursor = new Cursor("UpdateExpression", expression);
        UpdateParser parser = new UpdateParser(cursor, placeholders);
        parser.sections();
        cursor.requireEnd();
        parser.problems.mostImportant(ORDER).ifPresent(text -> {
            throw cursor.error(text);
        });
        return new Update(parser.actions);
    }

    private void sections() {
        Set<String> seen = new HashSet<>();
        do {
            Token token = cursor.peek();
            if (SECTIONS.stream().noneMatch(token::isKeyword)) {
                throw cursor.syntaxError();
            }
            String section = cursor.next().text().toUpperCase(Locale.ROOT);
            if (!seen.add(section)) {
                problems.report(
                        Problems.Kind.SECTION,
                        "The \"" + section + "\" section can only be used once in an update expression;");
            }
            list(section);
        } while (cursor.peek().kind() != Token.Kind.END);
    }

    private void list(String section) {
        Supplier<Action> one =
                switch (section) {
                    case "SET" -> this::set;
                    case "REMOVE" -> () -> new RemoveAction(target());
                    case "ADD" -> () -> rules.add(target(), paths.value());
                    default -> () -> rules.delete(target(), paths.value());
                };
        do {
            actions.add(one.get());
        } while (cursor.takeSymbol(","));
    }

    private Action set() {
        Path target = target();
        cursor.requireSymbol("=");
        return new SetAction(target, value());
    }

    private Path target() {
        Path path = paths.path();
        targets.add(path)
                .ifPresent(clash -> problems.report(
                        clash.conflict() ? Problems.Kind.CONFLICT : Problems.Kind.OVERLAP, clash.text()));
        return path;
    }

    private Operand value() {
        Operand left = operand();
        Token token = cursor.peek();
        if (token.isSymbol("+") || token.isSymbol("-")) {
            cursor.next();
            cursor.countOperator();
            return rules.arithmetic(token.text(), left, operand());
        }
        return left;
    }

    private Operand operand() {
        Token token = cursor.peek();
        if (cursor.takeSymbol("(")) {
            Operand inner = value();
            cursor.requireSymbol(")");
            return inner;
        }
        if (token.kind() == Token.Kind.VALUE_PLACEHOLDER) {
            return paths.value();
        }
        if (token.kind() == Token.Kind.WORD && cursor.isBefore("(")) {
            return call();
        }
        return paths.path();
    }

    private Operand call() {
        String name = cursor.next().text();
        cursor.countOperator();
        cursor.requireSymbol("(");
        List<Operand> arguments = new ArrayList<>();
        do {
            arguments.add(operand());
        } while (cursor.takeSymbol(","));
        cursor.requireSymbol(")");
        return rules.call(name, arguments);
    }
}
