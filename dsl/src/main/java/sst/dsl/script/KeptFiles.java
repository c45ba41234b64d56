package sst.dsl.script;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Keeps values on disk, one file per key; a broken or half-written one counts as absent.
 *
 * @param suffix the end of each file's name
 */
record KeptFiles(Path folder, String suffix) {
    /** Reads a value as it was written. */
    interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    /** Writes a value. */
    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    <T> Optional<T> find(String key, Reading<T> value) {
        Path file = file(key);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            T read = value.from(in);
            return in.readUTF().equals(key) ? Optional.of(read) : Optional.empty();
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    void keep(String key, Writing value) {
        try {
            Files.createDirectories(folder);
            Path half = Files.createTempFile(folder, key, ".tmp");
            try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(half))) {
                value.to(out);
                out.writeUTF(key);
            }
            Files.move(half, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write the script cache", failed);
        }
    }

    private Path file(String key) {
        return folder.resolve(key + suffix);
    }
}
