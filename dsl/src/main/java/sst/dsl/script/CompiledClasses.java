package sst.dsl.script;

import java.util.Map;

/**
 * The classes of one compiled file.
 *
 * @param main what is run: the script's class, or a method of a class on each line
 * @param bytes class files by class name
 */
public record CompiledClasses(String main, Map<String, byte[]> bytes) {
    public CompiledClasses {
        bytes = Map.copyOf(bytes);
    }
}
