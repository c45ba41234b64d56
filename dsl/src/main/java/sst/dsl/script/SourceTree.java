package sst.dsl.script;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds Groovy files of a project, always in the same order. */
public final class SourceTree {
    private SourceTree() {}

    static List<Path> groovyFiles(Path root, List<String> folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : folders) {
            Path start = root.resolve(folder);
            if (Files.isDirectory(start)) {
                try (Stream<Path> walk = Files.walk(start)) {
                    walk.filter(path -> path.toString().endsWith(".groovy"))
                            .sorted()
                            .forEach(files::add);
                }
            }
        }
        return files;
    }

    /** The files below the root that a pattern relative to {@code folder} names, as paths relative to the root. */
    public static List<String> matching(Path root, Path folder, String pattern) throws IOException {
        if (!pattern.matches(".*[*?\\[{].*")) {
            Path file = folder.resolve(pattern).normalize();
            return Files.isRegularFile(file) ? List.of(relative(root, file)) : List.of();
        }
        PathMatcher matcher = FileSystems.getDefault()
                .getPathMatcher("glob:" + folder.resolve(pattern).normalize());
        int depth = pattern.contains("**") ? Integer.MAX_VALUE : pattern.split("/", -1).length;
        try (Stream<Path> walk = Files.walk(folder, depth)) {
            return walk.filter(path -> matcher.matches(path.normalize()) && Files.isRegularFile(path))
                    .sorted()
                    .map(path -> relative(root, path.normalize()))
                    .toList();
        }
    }

    private static String relative(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
