package sst.local.dynamodb.partiql.syntax;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.BinaryValue;
import sst.local.dynamodb.value.BooleanValue;
import sst.local.dynamodb.value.ListValue;
import sst.local.dynamodb.value.MapValue;
import sst.local.dynamodb.value.NullValue;
import sst.local.dynamodb.value.NumberValue;
import sst.local.dynamodb.value.TextValue;
import sst.local.dynamodb.value.ValueReader;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/** Reads literals: scalars, lists, maps, sets and parameters (developer guide, "PartiQL data types"). */
final class ValueParser {
    private static final int MAX_DEPTH = 32;

    private final Tokens tokens;

    ValueParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Whether a literal starts here. */
    boolean isHere() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case STRING, NUMBER, PARAMETER -> true;
            case WORD -> token.isWord("true") || token.isWord("false") || token.isWord("null");
            case SYMBOL -> List.of("-", "+", "[", "{", "<<").contains(token.text());
            default -> false;
        };
    }

    AttributeValue value() {
        AttributeValue value = value("root");
        if (value.depth() > MAX_DEPTH) {
            throw Rejection.validation("Nesting Levels have exceeded supported limits");
        }
        return value;
    }

    private AttributeValue value(String path) {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case STRING -> new TextValue(tokens.next().text());
            case NUMBER -> number("", path);
            case PARAMETER -> tokens.parameter();
            case WORD -> word(path);
            case SYMBOL -> symbol(path);
            default -> throw tokens.unexpected();
        };
    }

    private AttributeValue word(String path) {
        Token token = tokens.peek();
        if (token.isWord("true") || token.isWord("false")) {
            return new BooleanValue(tokens.next().isWord("true"));
        }
        if (tokens.takeWord("null")) {
            return new NullValue();
        }
        if (token.isKeyword() || token.isOperator()) {
            throw tokens.unexpected();
        }
        throw Rejection.validation(
                "Unsupported data type: " + token.text() + " under key " + path + " at " + token.place());
    }

    private AttributeValue symbol(String path) {
        if (tokens.takeSymbol("-")) {
            return number("-", path);
        }
        if (tokens.takeSymbol("+")) {
            return number("", path);
        }
        tokens.enter();
        AttributeValue value;
        if (tokens.takeSymbol("[")) {
            value = list(path);
        } else if (tokens.takeSymbol("{")) {
            value = new MapValue(map(path + "."));
        } else if (tokens.takeSymbol("<<")) {
            value = set(path);
        } else {
            throw tokens.unexpected();
        }
        tokens.leave();
        return value;
    }

    private NumberValue number(String sign, String path) {
        Token token = tokens.next();
        if (token.kind() != Token.Kind.NUMBER) {
            throw tokens.unexpected();
        }
        try {
            return NumberValue.of(new BigDecimal(sign + token.text()));
        } catch (AwsException refused) {
            throw Rejection.validation(refused.text() + " under " + path);
        } catch (NumberFormatException beyondAllScales) {
            throw Tokens.malformed("");
        }
    }

    private ListValue list(String path) {
        List<AttributeValue> elements = new ArrayList<>();
        if (!tokens.takeSymbol("]")) {
            do {
                elements.add(value(path + "[" + elements.size() + "]"));
            } while (tokens.takeSymbol(","));
            tokens.requireSymbol("]");
        }
        return new ListValue(elements);
    }

    /** The members of a map, behind its brace; an item's own members lie at the root. */
    Map<String, AttributeValue> map(String path) {
        Map<String, AttributeValue> entries = new LinkedHashMap<>();
        if (!tokens.takeSymbol("}")) {
            do {
                Token name = tokens.next();
                if (name.kind() != Token.Kind.STRING) {
                    throw Tokens.malformed("Expected a string as the name of an attribute");
                }
                tokens.requireSymbol(":");
                entries.put(name.text(), value(path.endsWith(".") ? path + name.text() : path));
            } while (tokens.takeSymbol(","));
            tokens.requireSymbol("}");
        }
        return entries;
    }

    private AttributeValue set(String path) {
        List<AttributeValue> members = new ArrayList<>();
        if (!tokens.takeSymbol(">>")) {
            do {
                members.add(value(path));
            } while (tokens.takeSymbol(","));
            tokens.requireSymbol(">>");
        }
        if (members.isEmpty()) {
            throw Rejection.validation("Empty bags are not supported");
        }
        return ValueReader.value(wire(members));
    }

    /** The set as it would be on the wire, so that one reader has the rules for sets. */
    private static ObjectNode wire(List<AttributeValue> members) {
        ObjectNode json = Json.object();
        AttributeValue first = members.get(0);
        ArrayNode all = json.putArray(first.type() + "S");
        for (AttributeValue member : members) {
            if (member.type() != first.type() || !member.type().isOrdered()) {
                throw Rejection.invalid("a set holds members of one type, strings, numbers or binaries");
            }
            all.add(text(member));
        }
        return json;
    }

    private static String text(AttributeValue member) {
        if (member instanceof TextValue text) {
            return text.text();
        }
        return member instanceof BinaryValue binary ? binary.base64() : ((NumberValue) member).text();
    }
}
