package sst.runner.deploy.hotswap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was changed around CloudFormation, so that the next full deploy can bring it back to what CloudFormation knows.
 * It holds names and hashes, never values. It is written before anything is swapped: a swap that was killed is on it.
 */
public final class SwapRecord {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    /** By stack, then logical id, then path: a hash of the value that was put there. */
    private final Map<String, Map<String, Map<String, String>>> swaps = new TreeMap<>();

    /** @param file kept with the project; absent when nothing was swapped */
    public SwapRecord(Path file) {
        this.file = file;
        read();
    }

    public boolean isEmpty() {
        return swaps.isEmpty();
    }

    public Set<String> stacks() {
        return new TreeSet<>(swaps.keySet());
    }

    /** The properties of a stack's functions that CloudFormation does not know as they are, by logical id. */
    public Map<String, Set<String>> paths(String stack) {
        Map<String, Set<String>> paths = new TreeMap<>();
        of(stack).forEach((id, swapped) -> paths.put(id, new TreeSet<>(swapped.keySet())));
        return paths;
    }

    /** Paths by logical id. */
    Map<String, Map<String, String>> of(String stack) {
        return new TreeMap<>(swaps.getOrDefault(stack, Map.of()));
    }

    void put(String stack, Map<String, Map<String, String>> functions) {
        Map<String, Map<String, String>> some = new TreeMap<>(functions);
        some.values().removeIf(Map::isEmpty);
        if (some.isEmpty()) {
            swaps.remove(stack);
        } else {
            swaps.put(stack, some);
        }
        write();
    }

    /** The stack is as CloudFormation knows it, or gone. */
    public void forget(String stack) {
        if (swaps.remove(stack) != null) {
            write();
        }
    }

    private void read() {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            JsonNode json = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
            json.properties().forEach(stack -> {
                Map<String, Map<String, String>> functions = new TreeMap<>();
                stack.getValue().properties().forEach(function -> {
                    Map<String, String> paths = new TreeMap<>();
                    function.getValue()
                            .properties()
                            .forEach(path ->
                                    paths.put(path.getKey(), path.getValue().asText()));
                    functions.put(function.getKey(), paths);
                });
                swaps.put(stack.getKey(), functions);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": what was swapped there is unknown", e);
        }
    }

    private void write() {
        ObjectNode json = JSON.createObjectNode();
        swaps.forEach((stack, functions) -> functions.forEach((function, paths) -> paths.forEach((path, hash) ->
                json.withObjectProperty(stack).withObjectProperty(function).put(path, hash))));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path partial = Files.createTempFile(file.toAbsolutePath().getParent(), "swap", ".partial");
            Files.writeString(partial, json.toPrettyString() + "\n", StandardCharsets.UTF_8);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
