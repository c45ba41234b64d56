package sst.runner.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import sst.model.diagnostic.Code;
import sst.runner.failure.Problems;

/**
 * A user's project and the {@code .sst} folder in it.
 *
 * @param root absolute
 */
public record ProjectFolder(Path root) {
    /** The folder that {@code --app} names, or the working directory. */
    public static ProjectFolder at(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw Problems.of(Code.USAGE, "no folder " + folder)
                    .hint("name the folder of the config with --app")
                    .asError();
        }
        return new ProjectFolder(folder.toAbsolutePath().normalize());
    }

    /** The config in the language that it is written in; the Groovy one's place when there is none. */
    public Path config() {
        Path groovy = root.resolve("sst.config.groovy");
        Path java = root.resolve("sst.config.jsh");
        if (Files.isRegularFile(groovy) && Files.isRegularFile(java)) {
            throw Problems.of(Code.CONFLICT, "there are both sst.config.groovy and sst.config.jsh in " + root)
                    .hint("keep one of them; it can include the other's stacks")
                    .asError();
        }
        return Files.isRegularFile(java) ? java : groovy;
    }

    public Path state() {
        return root.resolve(".sst");
    }

    /** Makes {@code .sst} its owner's alone: assemblies hold what the config puts into them. One that is there stays. */
    public void makeState() {
        boolean owned = root.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!Files.isWritable(root) || Files.exists(state())) {
            return;
        }
        try {
            if (owned) {
                var mine = PosixFilePermissions.fromString("rwx------");
                Files.createDirectory(state(), PosixFilePermissions.asFileAttribute(mine));
            } else {
                Files.createDirectory(state());
            }
        } catch (FileAlreadyExistsException another) {
            // Another run was faster, and made it the same way.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + state(), e);
        }
    }

    public Path assembly(StageName stage) {
        return state().resolve("assembly").resolve(stage.text());
    }

    public Path outputs() {
        return state().resolve("outputs.json");
    }

    public Path local() {
        return state().resolve("local");
    }

    /** What was hotswapped at a stage, until a full deploy repairs it. */
    public Path swaps(StageName stage) {
        return state().resolve("hotswap").resolve(stage + ".json");
    }

    /** Where its stages are deployed. */
    public Places places() {
        return new Places(state().resolve("places"));
    }

    public Path logs() {
        return state().resolve("log");
    }

    /** What may be deleted at any time. */
    public Path cache() {
        return state().resolve("cache");
    }

    /** The stage used last time without being named. */
    public Optional<String> rememberedStage() {
        try {
            Path file = state().resolve("stage");
            return Files.isRegularFile(file)
                    ? Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public void rememberStage(StageName stage) {
        try {
            makeState();
            Files.writeString(state().resolve("stage"), stage.text() + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + state().resolve("stage"), e);
        }
    }
}
