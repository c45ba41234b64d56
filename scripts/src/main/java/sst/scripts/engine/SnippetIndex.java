package sst.scripts.engine;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sst.scripts.api.Scope;

/** Which classes JShell made of a script: in what order they are called, and from which line each comes. */
final class SnippetIndex {
    static final SnippetIndex EMPTY = new SnippetIndex();
    static final String SCOPE = "scope";

    private final List<Map.Entry<String, String>> steps = new ArrayList<>();
    private final Map<String, Integer> offsets = new HashMap<>();

    static SnippetIndex read(List<String> lines) {
        SnippetIndex index = new SnippetIndex();
        for (String line : lines) {
            String[] words = line.split(" ", 3);
            if (words[0].equals("step")) {
                index.step(words[1], words[2]);
            } else {
                index.offset(words[1], Integer.parseInt(words[2]));
            }
        }
        return index;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        steps.forEach(step -> lines.add("step " + step.getKey() + " " + step.getValue()));
        offsets.forEach((type, offset) -> lines.add("offset " + type + " " + offset));
        return lines;
    }

    void step(String type, String method) {
        steps.add(Map.entry(type, method));
    }

    /** What to add to a line of the class to have the script's line. */
    void offset(String type, int lines) {
        offsets.put(type, lines);
    }

    List<Map.Entry<String, String>> steps() {
        return steps;
    }

    /** The script's line of a frame; 0 where it is not of the script. */
    int line(StackTraceElement frame) {
        String type = frame.getClassName();
        for (Map.Entry<String, Integer> each : offsets.entrySet()) {
            if (type.equals(each.getKey()) || type.startsWith(each.getKey() + "$")) {
                return Math.max(0, frame.getLineNumber() + each.getValue());
            }
        }
        return 0;
    }

    /** Gives the script its scope, if this is the class of the variable for it. */
    void setScope(Class<?> type, Scope scope) throws ReflectiveOperationException {
        for (Field field : type.getDeclaredFields()) {
            if (field.getType() == Scope.class && field.getName().equals(SCOPE)) {
                field.setAccessible(true);
                field.set(null, scope);
            }
        }
    }
}
