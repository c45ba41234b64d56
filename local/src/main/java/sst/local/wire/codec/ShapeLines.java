package sst.local.wire.codec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The structures of a service's requests as its {@code request-shapes.txt} declares them: one a line, its name first, then
 * its members as {@code name:type:rules}, where {@code [type]} is a list and <code>{type}</code> a map.
 */
public final class ShapeLines {
    private final Map<String, String> lines = new HashMap<>();

    private ShapeLines() {}

    /** Reads the declarations that lie beside a class. */
    public static ShapeLines beside(Class<?> owner) {
        ShapeLines all = new ShapeLines();
        try (InputStream in = owner.getResourceAsStream("request-shapes.txt");
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

    /** Whether a structure is declared. */
    public boolean has(String structure) {
        return lines.containsKey(structure);
    }

    /** The members of a structure that is declared, in order. */
    public List<Member> members(String structure) {
        String line = Objects.requireNonNull(lines.get(structure), structure);
        return line.isEmpty()
                ? List.of()
                : Arrays.stream(line.split(" ")).map(Member::read).toList();
    }

    /**
     * A member of a structure.
     *
     * @param type a scalar's name, a structure's, a list's or a map's
     * @param rules what its value must keep to, as the service words it
     */
    public record Member(String name, String type, List<String> rules) {
        private static Member read(String text) {
            List<String> parts = List.of(text.split(":"));
            return new Member(parts.get(0), parts.get(1), parts.subList(2, parts.size()));
        }
    }
}
