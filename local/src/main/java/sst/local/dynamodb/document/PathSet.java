package sst.local.dynamodb.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths of one expression, none of which may lie on another; says so in AWS's words. */
public final class PathSet {
    private final List<Path> paths = new ArrayList<>();

    /** Adds a path, or tells what is wrong with it beside the earlier ones. */
    public Optional<Clash> add(Path path) {
        Optional<Clash> clash =
                paths.stream().flatMap(earlier -> clash(earlier, path).stream()).findFirst();
        paths.add(path);
        return clash;
    }

    /** The paths in the order they came. */
    public List<Path> paths() {
        return List.copyOf(paths);
    }

    private static Optional<Clash> clash(Path one, Path two) {
        int common = Math.min(one.steps().size(), two.steps().size());
        for (int i = 0; i < common; i++) {
            Path.Step left = one.steps().get(i);
            Path.Step right = two.steps().get(i);
            if (left instanceof Path.Step.Name != right instanceof Path.Step.Name) {
                return Optional.of(new Clash(true, text("conflict", one, two)));
            }
            if (!left.equals(right)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Clash(false, text("overlap", one, two)));
    }

    private static String text(String verb, Path one, Path two) {
        return "Two document paths " + verb + " with each other; must remove or rewrite one of these paths; path one: "
                + one + ", path two: " + two;
    }

    /**
     * Two paths that cannot stand together.
     *
     * @param conflict whether one place is taken for a list and a map; otherwise one path lies on the other
     * @param text AWS's text
     */
    public record Clash(boolean conflict, String text) {}
}
