package sst.runner.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import sst.runner.aws.stack.StackState;

/**
 * Keeps deployed templates on disk. A stack's ARN and the instant of its last change name one template for ever, so a
 * kept one is as good as a read one; losing the folder costs only calls.
 */
public final class TemplateCache {
    private final Path folder;

    public TemplateCache(Path folder) {
        this.folder = folder;
    }

    Optional<String> find(StackState state) {
        Path file = file(state);
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            String stamp = stamp(state);
            return text.startsWith(stamp) ? Optional.of(text.substring(stamp.length())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Remembers what a stack was read, or has just been deployed, with. A folder that cannot be written is no fault. */
    public void keep(StackState state, String template) {
        try {
            Files.createDirectories(folder);
            Path partial = Files.createTempFile(folder, "template", ".partial");
            Files.writeString(partial, stamp(state) + template, StandardCharsets.UTF_8);
            Files.move(partial, file(state), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // Without the cache the next plan asks CloudFormation again.
            return;
        }
    }

    private Path file(StackState state) {
        return folder.resolve(state.name().replaceAll("[^A-Za-z0-9-]", "_") + ".json");
    }

    private static String stamp(StackState state) {
        return state.arn() + " " + state.changed() + "\n";
    }
}
