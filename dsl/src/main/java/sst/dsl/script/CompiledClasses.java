package sst.dsl.script;

import java.util.Map;

/**
 * The classes of one compiled file.
 *
 * @param main the script's class
 * @param bytes class files by class name
 */
record CompiledClasses(String main, Map<String, byte[]> bytes) {
    CompiledClasses {
        bytes = Map.copyOf(bytes);
    }
}
