package sst.local.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs for this machine. They come as an archive on the class path, of which Maven fetches the one for
 * the machine that builds this product, and are unpacked at their first use.
 */
final class Programs {
    private final Path parent;

    /** Programs that are unpacked below a folder. */
    Programs(Path parent) {
        this.parent = parent;
    }

    /** A program such as {@code initdb}. */
    Path get(String name) {
        String archive = archive();
        Path home = parent.resolve(archive.substring(0, archive.indexOf('.')));
        if (!Files.isDirectory(home)) {
            unpack(archive, home);
        }
        return home.resolve("bin").resolve(name);
    }

    private static String archive() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch", "");
        String processor = machine.equals("amd64") ? "x86_64" : machine.equals("aarch64") ? "arm_64" : machine;
        String name = "postgres-" + (os.startsWith("mac") ? "darwin" : os) + "-" + processor + ".txz";
        if (Programs.class.getResource("/" + name) == null) {
            throw new PostgresFailure("sst local has no PostgreSQL for " + os + " on " + machine
                    + "; build this product on such a machine, or use another one");
        }
        return name;
    }

    /** Others may unpack at the same time; the first one that is done wins. */
    private void unpack(String archive, Path home) {
        try {
            Files.createDirectories(parent);
            Path draft = Files.createTempDirectory(parent, "new");
            Process tar = new ProcessBuilder("tar", "-x", "-C", draft.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream packed = Programs.class.getResourceAsStream("/" + archive);
                    InputStream plain = new XZInputStream(new BufferedInputStream(packed));
                    OutputStream in = tar.getOutputStream()) {
                plain.transferTo(in);
            }
            if (tar.waitFor() != 0) {
                throw new PostgresFailure("tar cannot unpack PostgreSQL into " + draft);
            }
            Account.open(draft);
            move(draft, home);
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot unpack PostgreSQL into " + parent, refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PostgresFailure("stopped while PostgreSQL was unpacked");
        }
    }

    private static void move(Path draft, Path home) throws IOException {
        try {
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException taken) {
            if (!Files.isDirectory(home)) {
                throw taken;
            }
            Trees.delete(draft);
        }
    }
}
