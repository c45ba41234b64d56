package sst.dsl.outline;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps outlines on disk, one file per key; a broken or half-written one counts as absent. */
public record Outlines(Path folder) {
    /** The outline kept under a key. */
    public Optional<Outline> find(String key) {
        Path file = file(key);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            List<Term> steps = read(in);
            return in.readUTF().equals(key) ? Optional.of(new Outline(steps)) : Optional.empty();
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /** Keeps an outline under a key. */
    public void keep(String key, Outline outline) {
        try {
            Files.createDirectories(folder);
            Path half = Files.createTempFile(folder, key, ".tmp");
            try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(half))) {
                write(out, outline.steps());
                out.writeUTF(key);
            }
            Files.move(half, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write the script cache", failed);
        }
    }

    private static void write(DataOutputStream out, List<Term> terms) throws IOException {
        out.writeShort(terms.size());
        for (Term term : terms) {
            out.writeUTF(term.kind().name());
            out.writeUTF(term.text());
            write(out, term.parts());
        }
    }

    private static List<Term> read(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            terms.add(new Term(Term.Kind.valueOf(in.readUTF()), in.readUTF(), read(in)));
        }
        return terms;
    }

    private Path file(String key) {
        return folder.resolve(key + ".outline");
    }
}
