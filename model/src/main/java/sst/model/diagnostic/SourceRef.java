package sst.model.diagnostic;

import java.util.List;

/**
 * A place in a user's file.
 *
 * @param file as the user knows it, relative to the project: {@code sst.config.groovy}, {@code stacks/api.groovy}
 * @param line from 1; 0 when unknown
 * @param column from 1; 0 when unknown
 */
public record SourceRef(String file, int line, int column) {
    /** No place in particular. */
    public static final SourceRef UNKNOWN = new SourceRef("", 0, 0);

    private static final List<String> OURS = List.of(
            "sst.model.",
            "sst.dsl.",
            "sst.scripts.",
            "sst.runner.",
            "sst.repl.",
            "picocli.",
            "groovy.",
            "org.codehaus.groovy.",
            "org.apache.groovy.",
            "java.",
            "jdk.",
            "sun.");
    private static final StackWalker STACK = StackWalker.getInstance();

    /** A place in a file of which only the line is known. */
    public static SourceRef of(String file, int line) {
        return new SourceRef(file, line, 0);
    }

    /** The line of user code that called into the product: the innermost frame that is not ours, Groovy's or the JDK's. */
    public static SourceRef ofCaller() {
        return STACK.walk(frames -> frames.filter(frame -> isUsers(frame.getClassName()) && frame.getLineNumber() > 0)
                .findFirst()
                .map(frame -> of(String.valueOf(frame.getFileName()), frame.getLineNumber()))
                .orElse(UNKNOWN));
    }

    /** The place in a user's file that an exception passed through, innermost first. */
    public static SourceRef of(Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (isUsers(frame.getClassName()) && frame.getLineNumber() > 0) {
                return of(String.valueOf(frame.getFileName()), frame.getLineNumber());
            }
        }
        return UNKNOWN;
    }

    private static boolean isUsers(String className) {
        return OURS.stream().noneMatch(className::startsWith);
    }

    /** Whether a line is known. */
    public boolean isKnown() {
        return line > 0;
    }

    /** The same line at a column. */
    public SourceRef at(int column) {
        return new SourceRef(file, line, column);
    }

    /** {@code file:line} or {@code file:line:column}, as terminals and editors link it. */
    @Override
    public String toString() {
        if (!isKnown()) {
            return file;
        }
        return column > 0 ? file + ":" + line + ":" + column : file + ":" + line;
    }
}
