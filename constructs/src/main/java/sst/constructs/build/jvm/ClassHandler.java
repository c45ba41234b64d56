package sst.constructs.build.jvm;

import java.util.regex.Pattern;

/**
 * A handler written as {@code package.Class} or {@code package.Class::method}.
 *
 * @param className with its package
 * @param method empty when the class implements one of Lambda's interfaces
 */
record ClassHandler(String className, String method) {
    private static final Pattern FORM = Pattern.compile(
            "(?:[\\p{L}_$][\\p{L}\\p{N}_$]*\\.)*\\p{Lu}[\\p{L}\\p{N}_$]*(?:::[\\p{L}_$][\\p{L}\\p{N}_$]*)?");

    static boolean isOne(String handler) {
        return FORM.matcher(handler).matches();
    }

    static ClassHandler of(String handler) {
        int colons = handler.indexOf("::");
        return colons < 0
                ? new ClassHandler(handler, "")
                : new ClassHandler(handler.substring(0, colons), handler.substring(colons + 2));
    }

    String withClass(String other) {
        return method.isEmpty() ? other : other + "::" + method;
    }
}
