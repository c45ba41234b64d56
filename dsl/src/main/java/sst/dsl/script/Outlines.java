package sst.dsl.script;

import java.nio.file.Path;
import java.util.Optional;
import sst.dsl.outline.Outline;

/** Keeps outlines beside the classes of the same files. */
public final class Outlines {
    private final KeptFiles files;

    /** @param folder where compiled classes are kept */
    public Outlines(Path folder) {
        files = new KeptFiles(folder, ".outline");
    }

    /** The outline kept under a key. */
    public Optional<Outline> find(String key) {
        return files.find(key, Outline::read);
    }

    void keep(String key, Outline outline) {
        files.keep(key, outline::write);
    }
}
