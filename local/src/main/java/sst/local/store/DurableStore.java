package sst.local.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.StringDataType;

/**
 * The store of a running local cloud: one log-structured file for the maps, folders for what is large. A commit hands
 * the changes to the operating system, which keeps them when the process is killed.
 */
public final class DurableStore implements Store {
    private static final Pattern FOLDER = Pattern.compile("[a-z0-9][a-z0-9-]*");

    private final Path root;
    private final MVStore file;
    private final GroupCommit commits;
    private final Map<String, MVMap<String, byte[]>> jsonMaps = new ConcurrentHashMap<>();
    private final Map<String, MVMap<byte[], byte[]>> bytesMaps = new ConcurrentHashMap<>();
    private final ValueCodec<JsonNode> json = new ValueCodec.Json(new ObjectMapper());
    private final ValueCodec<byte[]> plain = new ValueCodec.Plain();

    private DurableStore(Path root, MVStore file, Runnable afterUnit) {
        this.root = root;
        this.file = file;
        this.commits = new GroupCommit(file, afterUnit);
    }

    /**
     * Opens the state below a folder, which is made when it is missing.
     *
     * @throws StoreException when the state is damaged beyond its last commit or in use by another process
     */
    public static DurableStore open(Path root) {
        return open(root, () -> {});
    }

    /** Opens the state; {@code afterUnit} runs wherever another caller's commit could write, and so a kill could cut. */
    static DurableStore open(Path root, Runnable afterUnit) {
        try {
            Files.createDirectories(root);
        } catch (IOException refused) {
            throw new StoreException("cannot make the state folder " + root, refused);
        }
        return new DurableStore(root, StoreFile.open(root.resolve("state.db")), afterUnit);
    }

    @Override
    public NavigableMap<String, JsonNode> json(String name) {
        return view(jsonMaps.computeIfAbsent(name, key -> map("json." + key, StringDataType.INSTANCE)), json);
    }

    @Override
    public NavigableMap<byte[], byte[]> bytes(String name) {
        return view(bytesMaps.computeIfAbsent(name, key -> map("bytes." + key, new BytesOrder())), plain);
    }

    private <K, V> MapView<K, V> view(MVMap<K, byte[]> map, ValueCodec<V> codec) {
        return new MapView<>(new PinnedMap<>(map, commits), codec);
    }

    private <K> MVMap<K, byte[]> map(String name, DataType<K> keys) {
        return file.openMap(name, new MVMap.Builder<K, byte[]>().keyType(keys).valueType(new BytesOrder()));
    }

    @Override
    public void drop(String name) {
        commits.whole(() -> {
            jsonMaps.remove(name);
            bytesMaps.remove(name);
            file.removeMap("json." + name);
            file.removeMap("bytes." + name);
            return name;
        });
    }

    @Override
    public Path folder(String name) {
        if (!FOLDER.matcher(name).matches()) {
            throw new IllegalArgumentException("not a folder name: " + name);
        }
        try {
            return Files.createDirectories(root.resolve("files").resolve(name));
        } catch (IOException refused) {
            throw new StoreException("cannot make the folder " + name + " in " + root, refused);
        }
    }

    @Override
    public <T> T atomically(Supplier<T> changes) {
        return commits.whole(changes);
    }

    @Override
    public void afterCommit(Runnable outside) {
        commits.afterwards(outside);
    }

    @Override
    public void commit() {
        commits.commit();
    }

    @Override
    public void close() {
        commits.close();
    }
}
