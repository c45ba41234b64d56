package sst.constructs.build.artifact;

import java.nio.file.Path;
import java.util.List;

/**
 * Made code.
 *
 * @param folder its files
 * @param zip the same, packed
 * @param hash of the files
 * @param inputHash of everything it was made from
 * @param exports see {@link Made#exports()}
 */
public record Artifact(Path folder, Path zip, String hash, String inputHash, List<String> exports) {
    public Artifact {
        exports = List.copyOf(exports);
    }
}
