package sst.constructs.build.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import sst.constructs.build.request.Packing.CopyFile;
import sst.constructs.host.Errors;
import sst.constructs.host.Folders;
import sst.model.diagnostic.Code;

/** The files and folders that a function asks to have packed beside its code. */
public final class CopiedFiles {
    private final Path project;
    private final List<CopyFile> files;

    public CopiedFiles(Path project, List<CopyFile> files) {
        this.project = project;
        this.files = files;
    }

    /** Where they come from. */
    public List<Path> sources() {
        return files.stream().map(this::source).toList();
    }

    /** Copies them into a package. */
    public void copyTo(Path target) {
        for (CopyFile each : files) {
            Path source = source(each);
            Path to = target.resolve(each.to()).normalize();
            if (Path.of(each.to()).isAbsolute() || !to.startsWith(target)) {
                throw Errors.of(Code.INVALID_VALUE, "copyFiles to '" + each.to() + "' is outside the package")
                        .hint("write a path relative to the package")
                        .subject(each.to())
                        .asError();
            }
            copy(source, to);
        }
    }

    private static void copy(Path source, Path to) {
        try {
            if (Files.isDirectory(source)) {
                Folders.copy(source, to, path -> true);
                return;
            }
            Path parent = to.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.copy(source, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + source, e);
        }
    }

    private Path source(CopyFile file) {
        Path source = project.resolve(file.from()).normalize();
        if (!Files.exists(source)) {
            throw Errors.of(Code.MISSING_FILE, "no such file: copyFiles '" + file.from() + "'")
                    .detail("looked for " + source)
                    .subject(file.from())
                    .asError();
        }
        return source;
    }
}
