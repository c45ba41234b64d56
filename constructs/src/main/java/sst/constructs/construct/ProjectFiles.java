package sst.constructs.construct;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sst.constructs.host.ContentHash;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;

/**
 * The app's files that constructs read, such as schemas.
 *
 * @param folder the app's folder
 */
public record ProjectFiles(Path folder) {
    /**
     * The text of a file.
     *
     * @param path relative to the app
     * @throws sst.model.diagnostic.UserError when there is no such file
     */
    public String text(String path) {
        Path file = folder.resolve(path).normalize();
        if (!Files.isRegularFile(file)) {
            throw Errors.of(Code.MISSING_FILE, "file '" + path + "' does not exist")
                    .detail("looked for " + file)
                    .subject(path)
                    .asError();
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** Names and contents of files as hashes, by which a change is seen. */
    public List<String> hashes(List<String> paths) {
        return paths.stream().distinct().sorted().map(this::hash).toList();
    }

    private String hash(String path) {
        Path file = folder.resolve(path).normalize();
        return path + " " + (Files.isRegularFile(file) ? ContentHash.of(file) : "missing");
    }
}
