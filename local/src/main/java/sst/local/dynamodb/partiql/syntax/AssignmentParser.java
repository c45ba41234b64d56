package sst.local.dynamodb.partiql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sst.local.dynamodb.document.Literal;
import sst.local.dynamodb.document.Operand;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.document.PathSet;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.update.Action;
import sst.local.dynamodb.update.AddAction;
import sst.local.dynamodb.update.Arithmetic;
import sst.local.dynamodb.update.DeleteAction;
import sst.local.dynamodb.update.ListAppend;
import sst.local.dynamodb.update.RemoveAction;
import sst.local.dynamodb.update.SetAction;
import sst.local.dynamodb.update.Update;
import sst.local.dynamodb.value.SetValue;

/** Reads what an update does into the actions that update expressions have. */
final class AssignmentParser {
    private final Tokens tokens;
    private final PathReader paths;
    private final ValueParser values;
    private final PathSet targets = new PathSet();

    AssignmentParser(Tokens tokens, PathReader paths, ValueParser values) {
        this.tokens = tokens;
        this.paths = paths;
        this.values = values;
    }

    /** One or more {@code SET} and {@code REMOVE} clauses. */
    Update update() {
        List<Action> actions = new ArrayList<>();
        while (true) {
            if (tokens.takeWord("SET")) {
                do {
                    actions.add(set());
                } while (tokens.takeSymbol(","));
            } else if (tokens.takeWord("REMOVE")) {
                do {
                    actions.add(new RemoveAction(target()));
                } while (tokens.takeSymbol(","));
            } else if (actions.isEmpty()) {
                throw Tokens.malformed("Expected data manipulation");
            } else {
                return new Update(actions);
            }
        }
    }

    private Path target() {
        Path path = paths.path();
        targets.add(path).ifPresent(clash -> {
            throw Rejection.validation("Invalid UpdateExpression: " + clash.text());
        });
        return path;
    }

    private Action set() {
        Path target = target();
        tokens.requireSymbol("=");
        Token name = tokens.peek();
        if (name.kind() == Token.Kind.WORD && tokens.second().isSymbol("(")) {
            return call(target, name);
        }
        Operand left = operand();
        Token sign = tokens.peek();
        if (tokens.takeSymbol("+") || tokens.takeSymbol("-")) {
            return new SetAction(target, new Arithmetic(sign.isSymbol("-"), left, operand()));
        }
        return new SetAction(target, left);
    }

    private Action call(Path target, Token name) {
        String function = tokens.next().text().toUpperCase(Locale.ROOT);
        tokens.requireSymbol("(");
        Token first = tokens.peek();
        List<Operand> arguments = new ArrayList<>();
        do {
            arguments.add(operand());
        } while (tokens.takeSymbol(","));
        tokens.requireSymbol(")");
        boolean isKnown = List.of("LIST_APPEND", "SET_ADD", "SET_DELETE").contains(function);
        if (!isKnown) {
            throw Rejection.validation(
                    "Unrecognized function: " + function.toLowerCase(Locale.ROOT) + " at " + name.place());
        }
        if (arguments.size() != 2) {
            throw Rejection.validation(function + " must have exactly two arguments at " + name.place());
        }
        if (function.equals("LIST_APPEND")) {
            return new SetAction(target, new ListAppend(arguments.get(0), arguments.get(1)));
        }
        if (!target.equals(arguments.get(0))) {
            throw Rejection.validation(
                    "The first argument to " + function + " must equal the assignment value at " + name.place());
        }
        if (!(arguments.get(1) instanceof Literal literal) || !(literal.value() instanceof SetValue set)) {
            throw Rejection.validation(
                    "The second argument to " + function + " must be a value with type SET at " + first.place());
        }
        return function.equals("SET_ADD") ? new AddAction(target, set) : new DeleteAction(target, set);
    }

    private Operand operand() {
        return values.isHere() ? new Literal(values.value()) : paths.path();
    }
}
