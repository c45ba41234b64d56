package sst.local.dynamodb.shape;

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
import java.util.TreeMap;
import sst.local.wire.Operation;

/**
 * The inputs of the operations, read from {@code request-shapes.txt}: a structure a line, its members as
 * {@code name:type:rules}, where {@code [type]} is a list and {@code {type}} a map. They are those of the API reference
 * (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html).
 */
public final class RequestShapes {
    private final Map<String, Map<String, Shape.Member>> members = new HashMap<>();
    private final Map<String, String> lines = new TreeMap<>();

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
            String input = name + "Input";
            if (!lines.containsKey(input)) {
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
        String line = Objects.requireNonNull(lines.get(name), name);
        if (!line.isEmpty()) {
            for (String member : line.split(" ")) {
                String[] parts = member.split(":");
                List<Rule> rules = Arrays.stream(parts).skip(2).map(Rule::read).toList();
                own.put(parts[0], new Shape.Member(type(parts[1]), rules));
            }
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
