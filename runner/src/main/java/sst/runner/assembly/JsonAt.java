package sst.runner.assembly;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.runner.failure.Problems;

/** A JSON value that knows its file and path, so that a wrong one can be named. */
record JsonAt(String file, String path, JsonNode node) {
    private static final JsonMapper JSON = new JsonMapper();

    static JsonAt parse(String file, String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (!node.isObject()) {
                throw Problems.of(Code.ASSEMBLY, file + ": not a JSON object").asError();
            }
            return new JsonAt(file, "$", node);
        } catch (JsonProcessingException e) {
            var location = e.getLocation();
            String line = location == null ? "" : ":" + location.getLineNr() + ":" + location.getColumnNr();
            throw Problems.of(Code.ASSEMBLY, file + line + ": not valid JSON: " + e.getOriginalMessage())
                    .asError();
        }
    }

    @Nullable
    JsonAt find(String key) {
        JsonNode child = node.get(key);
        return child == null || child.isNull() ? null : new JsonAt(file, path + step(key), child);
    }

    JsonAt get(String key) {
        JsonAt child = find(key);
        if (child == null) {
            throw wrong("'" + key + "' is missing").asError();
        }
        return child;
    }

    String text() {
        if (!node.isTextual()) {
            throw wrong("expected a string, found " + shown()).asError();
        }
        String text = node.textValue();
        if (text.indexOf('\0') >= 0) {
            throw wrong("holds a NUL character").asError();
        }
        return text;
    }

    @Nullable
    String textOf(String key) {
        JsonAt child = find(key);
        return child == null ? null : child.text();
    }

    boolean flagOf(String key) {
        JsonAt child = find(key);
        return child != null && child.node.asBoolean();
    }

    int intOf(String key, int otherwise) {
        JsonAt child = find(key);
        if (child == null) {
            return otherwise;
        }
        if (!child.node.isInt()) {
            throw child.wrong("expected a whole number, found " + child.shown()).asError();
        }
        return child.node.intValue();
    }

    Map<String, JsonAt> entries() {
        if (!node.isObject()) {
            throw wrong("expected an object, found " + shown()).asError();
        }
        Map<String, JsonAt> entries = new LinkedHashMap<>();
        node.properties()
                .forEach(e -> entries.put(e.getKey(), new JsonAt(file, path + step(e.getKey()), e.getValue())));
        return entries;
    }

    Map<String, JsonAt> entriesOf(String key) {
        JsonAt child = find(key);
        return child == null ? Map.of() : child.entries();
    }

    Map<String, String> textsOf(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        entriesOf(key).forEach((name, value) -> texts.put(name, value.text()));
        return texts;
    }

    List<JsonAt> items() {
        if (!node.isArray()) {
            throw wrong("expected a list, found " + shown()).asError();
        }
        List<JsonAt> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new JsonAt(file, path + "[" + i + "]", node.get(i)));
        }
        return items;
    }

    List<JsonAt> itemsOf(String key) {
        JsonAt child = find(key);
        return child == null ? List.of() : child.items();
    }

    /** What is wrong here, to be thrown. */
    Diagnostic wrong(String what) {
        return Problems.of(Code.ASSEMBLY, file + " " + path + ": " + what);
    }

    private String shown() {
        String text = node.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static String step(String key) {
        return key.matches("[A-Za-z_][A-Za-z0-9_]*") ? "." + key : "['" + key + "']";
    }
}
