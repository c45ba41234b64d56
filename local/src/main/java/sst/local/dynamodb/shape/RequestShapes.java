package sst.local.dynamodb.shape;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sst.local.wire.Operation;
import sst.local.wire.codec.ShapeLines;

/**
 * The inputs of the operations. They are those of the API reference
 * (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html).
 */
public final class RequestShapes {
    private final Map<String, Map<String, Shape.Member>> members = new HashMap<>();
    private final ShapeLines declared = ShapeLines.beside(RequestShapes.class);

    private RequestShapes() {}

    /** Reads the shapes that come with the local cloud. */
    public static RequestShapes read() {
        return new RequestShapes();
    }

    /** The operations, each after a check of its input. */
    public Map<String, Operation> checking(Map<String, Operation> operations) {
        Map<String, Operation> checked = new HashMap<>(operations);
        checked.replaceAll((name, operation) -> {
            String input = name + "Input";
            if (!declared.has(input)) {
                return operation;
            }
            Shape shape = structure(input);
            return (json, context) -> {
                shape.check(json, Shape.Place.MEMBER);
                Violations found = new Violations();
                shape.inspect(json, "", found);
                found.check();
                return operation.invoke(json, context);
            };
        });
        return checked;
    }

    /** A structure may hold itself, so it is known before its members are. */
    private Shape structure(String name) {
        Map<String, Shape.Member> known = members.get(name);
        if (known != null) {
            return new Shape.Structure(name, known);
        }
        Map<String, Shape.Member> own = new LinkedHashMap<>();
        members.put(name, own);
        for (ShapeLines.Member member : declared.members(name)) {
            List<Rule> rules = member.rules().stream().map(Rule::read).toList();
            own.put(member.name(), new Shape.Member(type(member.type()), rules));
        }
        return new Shape.Structure(name, own);
    }

    private Shape type(String text) {
        String inner = text.substring(1, Math.max(1, text.length() - 1));
        return switch (text.charAt(0)) {
            case '[' -> new Shape.Elements(type(inner));
            case '{' -> new Shape.Entries(type(inner));
            default -> named(text);
        };
    }

    private Shape named(String name) {
        return switch (name) {
            case "String", "Boolean", "Integer", "Long", "Double", "Date" -> new Shape.Scalar(name);
            case "Blob" -> new Shape.Blob();
            default -> structure(name);
        };
    }
}
