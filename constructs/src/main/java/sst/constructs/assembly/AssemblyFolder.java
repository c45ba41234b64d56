package sst.constructs.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sst.constructs.construct.Places;
import sst.constructs.host.Folders;
import sst.model.app.AppModel;

/**
 * The folder of a cloud assembly. {@code sst.json} is removed first and written last, so an assembly without it is
 * half made; assets stay from run to run, because their names tell their contents.
 */
public final class AssemblyFolder {
    private static final String INDEX = "sst.json";
    private static final String ASSET = "asset.";

    private final Path folder;

    public AssemblyFolder(Path folder) {
        this.folder = folder;
    }

    /** What the whole assembly in the folder was made from; empty when there is none. */
    public Optional<String> fingerprint() {
        Path index = folder.resolve(INDEX);
        if (!Files.exists(index)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ObjectMapper()
                    .readTree(index.toFile())
                    .path("fingerprint")
                    .asText(""));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Makes the folder ready to be written anew. */
    public void open() {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve(INDEX));
            for (Path entry : entries()) {
                if (!isAsset(entry)) {
                    remove(entry);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    /** Removes assets that nothing names any more, and writes {@code sst.json}. */
    public void close(AppModel model, String region, Places places, String fingerprint) {
        try {
            AssemblyManifest manifest = AssemblyManifest.read(folder);
            for (Path entry : entries()) {
                if (isAsset(entry) && !manifest.names(String.valueOf(entry.getFileName()))) {
                    remove(entry);
                }
            }
            JsonNode index = new AssemblyIndex(model, places).of(manifest, region, fingerprint);
            Path making = folder.resolve(INDEX + ".tmp");
            new ObjectMapper().writeValue(making.toFile(), index);
            Files.move(making, folder.resolve(INDEX), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static boolean isAsset(Path entry) {
        return String.valueOf(entry.getFileName()).startsWith(ASSET);
    }

    private static void remove(Path entry) throws IOException {
        if (Files.isDirectory(entry)) {
            Folders.delete(entry);
        } else {
            Files.delete(entry);
        }
    }
}
