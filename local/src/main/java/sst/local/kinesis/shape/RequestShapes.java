package sst.local.kinesis.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sst.local.wire.Operation;
import sst.local.wire.codec.ShapeLines;

/**
 * The inputs of the operations. They are those of the API reference
 * (https://docs.aws.amazon.com/kinesis/latest/APIReference/API_Operations.html).
 */
public final class RequestShapes {
    private final Map<String, Shape.Structure> structures = new HashMap<>();
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
            Shape.Structure shape = structure(name);
            return (input, context) -> {
                shape.check(input);
                Violations found = new Violations(input);
                shape.inspect(input, "", found);
                found.check();
                return operation.invoke(withoutNulls(input), context);
            };
        });
        return checked;
    }

    private static ObjectNode withoutNulls(ObjectNode input) {
        input.properties().removeIf(entry -> entry.getValue().isNull());
        return input;
    }

    private Shape.Structure structure(String name) {
        Shape.Structure known = structures.get(name);
        if (known != null) {
            return known;
        }
        Map<String, Shape.Member> members = new LinkedHashMap<>();
        for (ShapeLines.Member member : declared.members(name)) {
            List<Rule> rules = member.rules().stream().map(Rule::read).toList();
            members.put(member.name(), new Shape.Member(type(member.type()), rules));
        }
        Shape.Structure made = new Shape.Structure(name, members);
        structures.put(name, made);
        return made;
    }

    private Shape type(String text) {
        String inner = text.substring(1, text.length() - 1);
        return switch (text.charAt(0)) {
            case '[' -> new Shape.Elements(type(inner));
            case '{' -> new Shape.Entries(type(inner));
            default -> Scalar.find(text).<Shape>map(scalar -> scalar).orElseGet(() -> structure(text));
        };
    }
}
