package sst.dsl.jshell;

import java.util.List;
import java.util.Map;

/**
 * The snippets of one file as classes.
 *
 * @param steps what to call, in order
 * @param bytes class files by class name
 */
record Compiled(List<Step> steps, Map<String, byte[]> bytes) {
    Compiled {
        steps = List.copyOf(steps);
        bytes = Map.copyOf(bytes);
    }

    /** A static method without arguments. */
    record Step(String type, String method) {
        static Step read(String text) {
            String[] words = text.split(" ", 2);
            return new Step(words[0], words[1]);
        }

        @Override
        public String toString() {
            return type + " " + method;
        }
    }
}
