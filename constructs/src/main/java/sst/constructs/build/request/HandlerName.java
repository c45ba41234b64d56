package sst.constructs.build.request;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A handler written as {@code path/to/file.function}.
 *
 * @param folder the path before the file's name; empty for the app's own folder
 * @param file the file's name without its extension
 * @param function what the file exports
 */
public record HandlerName(String folder, String file, String function) {
    /** Takes a handler apart; one without a function gets an empty one. */
    public static HandlerName of(String handler) {
        int slash = handler.lastIndexOf('/');
        int dot = handler.indexOf('.', slash + 1);
        String folder = slash < 0 ? "" : handler.substring(0, slash);
        String name = handler.substring(slash + 1);
        return dot < 0
                ? new HandlerName(folder, name, "")
                : new HandlerName(folder, handler.substring(slash + 1, lastDot(handler)), after(handler));
    }

    private static int lastDot(String handler) {
        return handler.lastIndexOf('.');
    }

    private static String after(String handler) {
        return handler.substring(lastDot(handler) + 1);
    }

    /** The first existing file with one of these extensions. */
    public Optional<Path> find(Path project, List<String> extensions) {
        Path parent = project.resolve(folder).normalize();
        return extensions.stream()
                .map(extension -> parent.resolve(file + extension))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The handler with another file. */
    public String withFile(String other) {
        return (folder.isEmpty() ? "" : folder + "/") + other + "." + function;
    }

    /** The handler with another function. */
    public String withFunction(String other) {
        return (folder.isEmpty() ? "" : folder + "/") + file + "." + other;
    }

    /** {@code folder/file}, without extension and function. */
    public String base() {
        return (folder.isEmpty() ? "" : folder + "/") + file;
    }
}
