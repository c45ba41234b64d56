package sst.local.dynamodb.partiql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sst.local.dynamodb.condition.Condition;
import sst.local.dynamodb.document.Path;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.update.Update;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.MapValue;

/** Parses statements (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.statements.html). */
public final class StatementParser {
    private final Tokens tokens;
    private final PathReader paths;
    private final ValueParser values;

    private StatementParser(Tokens tokens) {
        this.tokens = tokens;
        this.paths = new PathReader(tokens);
        this.values = new ValueParser(tokens);
    }

    /**
     * Parses a whole statement.
     *
     * @param parameters what its question marks stand for
     * @throws sst.local.wire.AwsException with AWS's text
     */
    public static Statement parse(String text, List<AttributeValue> parameters) {
        Tokens tokens = new Tokens(text, parameters);
        Statement statement = new StatementParser(tokens).statement();
        tokens.requireEnd();
        tokens.requireAllUsed();
        return statement;
    }

    private Statement statement() {
        if (tokens.takeWord("SELECT")) {
            return select();
        }
        if (tokens.takeWord("INSERT")) {
            return insert();
        }
        if (tokens.takeWord("UPDATE")) {
            return update();
        }
        if (tokens.takeWord("DELETE")) {
            return delete();
        }
        if (tokens.takeWord("FROM")) {
            return fromFirst();
        }
        if (tokens.takeWord("EXISTS")) {
            tokens.requireSymbol("(");
            tokens.requireWord("SELECT");
            Statement.Select select = select();
            tokens.requireSymbol(")");
            return new Statement.Exists(select);
        }
        throw Tokens.malformed("Expected data manipulation");
    }

    private Statement.Select select() {
        List<Path> shown = new ArrayList<>();
        if (!tokens.takeSymbol("*")) {
            do {
                shown.add(shown());
            } while (tokens.takeSymbol(","));
        }
        tokens.requireWord("FROM");
        if (!paths.isHere()) {
            throw tokens.unexpected();
        }
        Origin origin = paths.origin();
        refuseAlias();
        Optional<Condition> where = where();
        return new Statement.Select(origin, shown, where, order());
    }

    private Path shown() {
        Token token = tokens.peek();
        if (token.kind() == Token.Kind.WORD && tokens.second().isSymbol("(")) {
            throw Rejection.validation("Unexpected path component at " + token.place());
        }
        Path path = paths.path();
        if (tokens.peek().isWord("AS")) {
            throw Rejection.validation("Aliasing is not supported");
        }
        return path;
    }

    private List<Statement.Order> order() {
        List<Statement.Order> order = new ArrayList<>();
        if (tokens.takeWord("ORDER")) {
            tokens.requireWord("BY");
            do {
                String attribute = paths.path().head();
                boolean isDescending = tokens.takeWord("DESC");
                if (!isDescending) {
                    tokens.takeWord("ASC");
                }
                order.add(new Statement.Order(attribute, !isDescending));
            } while (tokens.takeSymbol(","));
        }
        return order;
    }

    private Statement insert() {
        tokens.requireWord("INTO");
        Origin origin = paths.origin();
        if (!tokens.peek().isWord("VALUE")) {
            throw tokens.peek().isKeyword() || tokens.peek().isWord("VALUES")
                    ? Tokens.malformed("Unexpected keyword")
                    : tokens.leftOver();
        }
        tokens.next();
        if (tokens.peek().kind() == Token.Kind.PARAMETER && tokens.parameter() instanceof MapValue map) {
            return new Statement.Insert(origin, new Item(map.entries()));
        }
        tokens.requireSymbol("{");
        return new Statement.Insert(origin, new Item(values.map("root")));
    }

    private Statement update() {
        Origin origin = paths.origin();
        refuseAlias();
        Update update = new AssignmentParser(tokens, paths, values).update();
        Optional<Condition> where = where();
        return new Statement.Modify(origin, update, where, returning());
    }

    /** {@code FROM table WHERE … SET …}, which means the same as an update. */
    private Statement fromFirst() {
        Origin origin = paths.origin();
        Optional<Condition> where = where();
        Update update = new AssignmentParser(tokens, paths, values).update();
        return new Statement.Modify(origin, update, where, returning());
    }

    private Statement delete() {
        tokens.requireWord("FROM");
        Origin origin = paths.origin();
        refuseAlias();
        Optional<Condition> where = where();
        return new Statement.Delete(origin, where, returning());
    }

    private Optional<Condition> where() {
        return tokens.takeWord("WHERE")
                ? Optional.of(new WhereParser(tokens, paths, values).condition())
                : Optional.empty();
    }

    private void refuseAlias() {
        if (tokens.peek().isWord("AS") || paths.isHere()) {
            throw Rejection.validation("Aliasing is not supported");
        }
    }

    private Optional<Returning> returning() {
        if (!tokens.takeWord("RETURNING")) {
            return Optional.empty();
        }
        boolean isAll = tokens.takeWord("ALL");
        if (!isAll) {
            tokens.requireWord("MODIFIED");
        }
        boolean isOld = tokens.takeWord("OLD");
        if (!isOld) {
            tokens.requireWord("NEW");
        }
        tokens.requireSymbol("*");
        return Optional.of(Returning.valueOf((isAll ? "ALL_" : "MODIFIED_") + (isOld ? "OLD" : "NEW")));
    }
}
