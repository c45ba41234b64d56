package sst.repl.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import sst.runner.ui.Style;

/**
 * A file of the config with some of its text replaced.
 *
 * @param file its path in the project
 */
public record FileEdit(String file, String before, String after) {
    private static final int CONTEXT = 1;

    /** What changes, with a line around it. */
    public List<String> hunk(Style style) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        List<String> lines = new ArrayList<>();
        for (LineDiff.Hunk each : LineDiff.of(old, now)) {
            lines.add(style.faint("@@ " + file + ":" + (each.at() + 1) + " @@"));
            int from = Math.max(0, each.at() - CONTEXT);
            old.subList(from, each.at()).forEach(line -> lines.add("  " + line));
            each.removed().forEach(line -> lines.add(style.bad("- " + line)));
            each.added().forEach(line -> lines.add(style.good("+ " + line)));
            int end = each.at() + each.removed().size();
            old.subList(end, Math.min(old.size(), end + CONTEXT)).forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    /** Whether the file is still what this edit was made from. */
    public boolean fits(Path root) {
        try {
            return Files.readString(root.resolve(file), StandardCharsets.UTF_8).equals(before);
        } catch (IOException gone) {
            return false;
        }
    }

    /** Puts the new text in the place of the file, at once. */
    public void write(Path root) {
        Path target = root.resolve(file);
        Path half = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.writeString(half, after, StandardCharsets.UTF_8);
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
