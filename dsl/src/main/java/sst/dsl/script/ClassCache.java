package sst.dsl.script;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps compiled files on disk, one file per key; a broken or half-written entry counts as absent. */
public record ClassCache(Path folder) {
    /** The name of an entry, by all that goes into it. */
    public static String key(List<String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What is kept under a key. */
    public Optional<CompiledClasses> find(String key) {
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

    /** Keeps classes under a key. */
    public void keep(String key, CompiledClasses classes) {
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
