package sst.dsl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.model.diagnostic.Diagnostic;

/** Finds the column of a diagnostic whose line and subject are known: Groovy's classes carry lines alone. */
final class Carets {
    private final Path root;

    Carets(Path root) {
        this.root = root;
    }

    Diagnostic place(Diagnostic diagnostic) {
        boolean hasNothingToFind = !diagnostic.at().isKnown() || diagnostic.at().column() > 0;
        if (hasNothingToFind) {
            return diagnostic;
        }
        String line = line(diagnostic);
        return diagnostic.at(diagnostic.at().at(column(line, diagnostic.subject())));
    }

    private String line(Diagnostic diagnostic) {
        Path file = root.resolve(diagnostic.at().file());
        try {
            List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
            int index = diagnostic.at().line() - 1;
            return index < lines.size() ? lines.get(index) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static int column(String line, String subject) {
        if (!subject.isEmpty()) {
            Matcher word = Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(subject) + "(?![A-Za-z0-9_])")
                    .matcher(line);
            if (word.find()) {
                return word.start() + 1;
            }
        }
        return line.length() - line.stripLeading().length() + 1;
    }
}
