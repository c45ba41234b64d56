package sst.local.dynamodb.partiql.syntax;

import java.util.ArrayList;
import java.util.List;
import sst.local.dynamodb.document.Path;

/** Reads document paths; names may stand in double quotes, and inside of brackets in single ones. */
final class PathReader {
    private static final int MAX_INDEX_DIGITS = 9;

    private final Tokens tokens;

    PathReader(Tokens tokens) {
        this.tokens = tokens;
    }

    boolean isHere() {
        Token token = tokens.peek();
        return token.kind() == Token.Kind.NAME
                || (token.kind() == Token.Kind.WORD && !token.isKeyword() && !token.isOperator());
    }

    Path path() {
        if (!isHere()) {
            throw tokens.unexpected();
        }
        List<Path.Step> steps = new ArrayList<>();
        steps.add(new Path.Step.Name(tokens.next().text()));
        while (true) {
            if (tokens.takeSymbol(".")) {
                steps.add(member());
            } else if (tokens.takeSymbol("[")) {
                steps.add(element());
                tokens.requireSymbol("]");
            } else {
                return new Path(steps);
            }
        }
    }

    private Path.Step member() {
        if (!isHere()) {
            throw Tokens.malformed("Invalid path dot component");
        }
        return new Path.Step.Name(tokens.next().text());
    }

    private Path.Step element() {
        Token token = tokens.next();
        if (token.kind() == Token.Kind.STRING) {
            return new Path.Step.Name(token.text());
        }
        if (token.kind() != Token.Kind.NUMBER || !token.text().matches("\\d{1," + MAX_INDEX_DIGITS + "}")) {
            throw Tokens.malformed("Unexpected term");
        }
        return new Path.Step.Index(Integer.parseInt(token.text()));
    }

    /** A table, or a table and an index. */
    Origin origin() {
        String table = name();
        return new Origin(table, tokens.takeSymbol(".") ? name() : "");
    }

    private String name() {
        if (!isHere()) {
            throw Tokens.malformed("Expected identifier for simple path");
        }
        return tokens.next().text();
    }
}
