package sst.dsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import sst.dsl.script.SourceTree;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;

/** Finds the files that {@code include} names. */
record IncludedFiles(Path root) {
    List<String> matching(String includingFile, String pattern) {
        Path including = root.resolve(includingFile);
        Path folder = including.getParent();
        try {
            List<String> files = SourceTree.matching(root, folder == null ? root : folder, pattern);
            if (files.isEmpty()) {
                throw Diagnostic.error(Code.MISSING_FILE, "include '" + pattern + "' names no file")
                        .hint("the path is relative to " + includingFile)
                        .subject("include")
                        .asError();
            }
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
