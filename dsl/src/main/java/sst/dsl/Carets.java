package sst.dsl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;
import sst.model.diagnostic.UserError;

/**
 * Finds the place of a diagnostic's subject in the file: Groovy's classes carry lines alone, and what is wrong with a
 * construct is often known long after its line was read.
 */
public final class Carets {
    private static final int LONGEST_BLOCK = 200;

    private final Path root;

    /** @param root the project, against which the diagnostics' files are named */
    public Carets(Path root) {
        this.root = root;
    }

    /** The same errors, each at its subject. */
    public UserError place(UserError error) {
        return new UserError(error.diagnostics().stream().map(this::place).toList());
    }

    /** The diagnostic at its subject: on its line, else in the block that opens there, else where the line begins. */
    public Diagnostic place(Diagnostic diagnostic) {
        SourceRef at = diagnostic.at();
        if (!at.isKnown() || at.column() > 0) {
            return diagnostic;
        }
        List<String> lines = lines(at);
        int first = at.line() - 1;
        String line = first < lines.size() ? lines.get(first) : "";
        if (diagnostic.subject().isEmpty()) {
            return diagnostic.at(at.at(indent(line)));
        }
        Pattern word = Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(diagnostic.subject()) + "(?![A-Za-z0-9_])");
        int depth = 0;
        for (int i = first; i < Math.min(lines.size(), first + LONGEST_BLOCK); i++) {
            Matcher found = word.matcher(lines.get(i));
            if (found.find()) {
                return diagnostic.at(new SourceRef(at.file(), i + 1, found.start() + 1));
            }
            depth += opened(lines.get(i));
            if (depth <= 0) {
                break;
            }
        }
        return diagnostic.at(at.at(indent(line)));
    }

    private List<String> lines(SourceRef at) {
        Path file = root.resolve(at.file());
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static int opened(String line) {
        return line.chars().map(each -> each == '{' ? 1 : each == '}' ? -1 : 0).sum();
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length() + 1;
    }
}
