package sst.dsl.script;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
        return files().find(key, ClassCache::read);
    }

    /** Keeps classes under a key. */
    public void keep(String key, CompiledClasses classes) {
        files().keep(key, out -> write(out, classes));
    }

    private KeptFiles files() {
        return new KeptFiles(folder, ".classes");
    }

    private static CompiledClasses read(DataInputStream in) throws IOException {
        String main = in.readUTF();
        int count = in.readInt();
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            bytes.put(name, in.readNBytes(in.readInt()));
        }
        return new CompiledClasses(main, bytes);
    }

    private static void write(DataOutputStream out, CompiledClasses classes) throws IOException {
        out.writeUTF(classes.main());
        out.writeInt(classes.bytes().size());
        for (Map.Entry<String, byte[]> each : classes.bytes().entrySet()) {
            out.writeUTF(each.getKey());
            out.writeInt(each.getValue().length);
            out.write(each.getValue());
        }
    }
}
