package sst.local.kinesis.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import sst.local.wire.Operation;

/**
 * The inputs of the operations, read from {@code request-shapes.txt}: a structure a line, its members as
 * {@code name:type:rules}, where {@code [type]} is a list and <code>{type}</code> a map. They are those of the API
 * reference (https://docs.aws.amazon.com/kinesis/latest/APIReference/API_Operations.html).
 */
public final class RequestShapes {
    private final Map<String, Shape.Structure> structures = new HashMap<>();
    private final Map<String, String> lines = new HashMap<>();

    private RequestShapes() {}

    /** Reads the shapes that come with the local cloud. */
    public static RequestShapes read() {
        RequestShapes all = new RequestShapes();
        try (InputStream in = RequestShapes.class.getResourceAsStream("request-shapes.txt");
                BufferedReader text =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            text.lines().forEach(line -> {
                String[] parts = line.split(" ", 2);
                all.lines.put(parts[0], parts.length > 1 ? parts[1] : "");
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return all;
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
        String line = Objects.requireNonNull(lines.get(name), name);
        for (String member : line.isEmpty() ? new String[0] : line.split(" ")) {
            String[] parts = member.split(":");
            List<Rule> rules = Arrays.stream(parts).skip(2).map(Rule::read).toList();
            members.put(parts[0], new Shape.Member(type(parts[1]), rules));
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
