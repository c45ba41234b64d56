package sst.dsl.script;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps compiled files on disk, one file per key; a broken or half-written entry counts as absent. */
record ClassCache(Path folder) {
    Optional<CompiledClasses> find(String key) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file(key)))) {
            String main = in.readUTF();
            int count = in.readInt();
            Map<String, byte[]> bytes = new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                String name = in.readUTF();
                bytes.put(name, in.readNBytes(in.readInt()));
            }
            return in.readUTF().equals(key) ? Optional.of(new CompiledClasses(main, bytes)) : Optional.empty();
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    void keep(String key, CompiledClasses classes) {
        try {
            Files.createDirectories(folder);
            Path half = Files.createTempFile(folder, key, ".tmp");
            try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(half))) {
                out.writeUTF(classes.main());
                out.writeInt(classes.bytes().size());
                for (Map.Entry<String, byte[]> each : classes.bytes().entrySet()) {
                    out.writeUTF(each.getKey());
                    out.writeInt(each.getValue().length);
                    out.write(each.getValue());
                }
                out.writeUTF(key);
            }
            Files.move(half, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write the script cache", failed);
        }
    }

    private Path file(String key) {
        return folder.resolve(key + ".classes");
    }
}
