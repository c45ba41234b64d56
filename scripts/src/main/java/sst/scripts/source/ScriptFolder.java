package sst.scripts.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;
import sst.model.diagnostic.Suggestion;
import sst.model.diagnostic.UserError;

/**
 * The scripts of a project.
 *
 * @param root the project's folder; scripts lie in {@code scripts/}
 */
public record ScriptFolder(Path root) {
    private static final String FOLDER = "scripts";

    /** Every script, by name. */
    public List<ScriptFile> all() {
        Path folder = root.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<ScriptFile> found = new ArrayList<>();
            files.filter(Files::isRegularFile)
                    .map(file -> FOLDER + "/" + file.getFileName())
                    .forEach(file -> script(file).ifPresent(found::add));
            found.sort(Comparator.comparing(ScriptFile::name).thenComparing(ScriptFile::file));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    /**
     * The script that is meant.
     *
     * @param wanted its name, its file's name with or without the end, or a path in the project
     * @throws UserError when there is none, or more than one
     */
    public ScriptFile find(String wanted) {
        if (wanted.contains("/")) {
            return Optional.of(wanted)
                    .filter(path -> Files.isRegularFile(root.resolve(path)))
                    .flatMap(this::script)
                    .orElseThrow(() -> unknown("there is no script " + wanted, ""));
        }
        List<ScriptFile> all = all();
        List<ScriptFile> found = all.stream()
                .filter(script -> List.of(script.name(), script.baseName(), script.fileName())
                        .contains(wanted))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            List<String> names = all.stream().map(ScriptFile::name).toList();
            String hint = all.isEmpty()
                    ? "put it into " + root.resolve(FOLDER) + " as " + wanted + ".groovy, .java or .jsh"
                    : Suggestion.hint(wanted, names);
            throw unknown("there is no script '" + wanted + "'", hint);
        }
        throw unknown(
                "'" + wanted + "' names more than one script",
                "name its file: "
                        + String.join(
                                ", ", found.stream().map(ScriptFile::fileName).toList()));
    }

    private Optional<ScriptFile> script(String file) {
        return Language.of(file).map(language -> new ScriptFile(root, file, language));
    }

    private static UserError unknown(String summary, String hint) {
        return Diagnostic.error(Code.USAGE, summary)
                .at(SourceRef.UNKNOWN)
                .hint(hint)
                .asError();
    }
}
