package sst.constructs.build.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What code was made from.
 *
 * @param files whose contents matter
 * @param folders whose lists of names matter: a new file there can be found before an old one
 * @param trees in which everything matters, but for what tools leave there
 */
public record Inputs(Set<Path> files, Set<Path> folders, Set<Path> trees) {
    /** Folders that tools fill; nothing is built from them. */
    public static final Set<String> LEFT_BY_TOOLS = Set.of(
            ".git",
            ".gradle",
            ".idea",
            ".sst",
            ".venv",
            ".pytest_cache",
            ".mypy_cache",
            "__pycache__",
            "build",
            "node_modules",
            "target",
            "venv");

    public Inputs {
        files = new TreeSet<>(files);
        folders = new TreeSet<>(folders);
        trees = new TreeSet<>(trees);
    }

    /** Everything under one folder, and some files beside it. */
    public static Inputs tree(Path folder, Collection<Path> files) {
        return new Inputs(Set.copyOf(files), Set.of(), Set.of(folder));
    }

    /** These and more trees. */
    public Inputs withTrees(Collection<Path> more) {
        Set<Path> all = new TreeSet<>(trees);
        all.addAll(more);
        return new Inputs(files, folders, all);
    }

    /** Every file whose content matters, now. */
    List<Path> allFiles() {
        Set<Path> all = new TreeSet<>(files);
        trees.forEach(tree -> all.addAll(filesUnder(tree)));
        return new ArrayList<>(all);
    }

    /** The files of a tree, without what tools leave; of a single file, the file. */
    public static List<Path> filesUnder(Path tree) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(tree, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean isSkipped =
                            !folder.equals(tree) && LEFT_BY_TOOLS.contains(String.valueOf(folder.getFileName()));
                    return isSkipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    found.add(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + tree, e);
        }
        return found;
    }

    /** The names in a folder, sorted; a folder that is gone has none. */
    static List<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> !LEFT_BY_TOOLS.contains(name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
