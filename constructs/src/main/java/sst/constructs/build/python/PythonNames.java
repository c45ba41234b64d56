package sst.constructs.build.python;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that a Python module defines at its top level, as far as reading it can tell. */
final class PythonNames {
    private static final Pattern DEFINED =
            Pattern.compile("(?m)^(?:async\\s+)?(?:def|class)\\s+(\\w+)|^(\\w+)\\s*(?::[^=\\n]+)?=");
    private static final Pattern IMPORTED = Pattern.compile("(?m)^(?:from\\s+\\S+\\s+)?import\\s+(.+)$");
    // Names bound inside a top-level block, or by a list of imports over several lines, are not seen.
    private static final Pattern UNKNOWABLE =
            Pattern.compile("(?m)^(?:if|try|with|for|while)\\b|import\\s*\\($|import\\s+\\*");

    private PythonNames() {}

    /** Every name, or nothing when the module also gets names in ways that only running it shows. */
    static List<String> in(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        if (UNKNOWABLE.matcher(text).find()) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = DEFINED.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        Matcher imported = IMPORTED.matcher(text);
        while (imported.find()) {
            for (String part : imported.group(1).replaceAll("[()]", "").split(",")) {
                String[] words = part.strip().split("\\s+");
                names.add(words[words.length - 1]);
            }
        }
        return List.copyOf(names);
    }
}
