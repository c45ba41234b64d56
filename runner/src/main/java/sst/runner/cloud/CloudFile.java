package sst.runner.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What {@code cloud.json} says: written by the cloud when it is ready, deleted when it stops cleanly. */
record CloudFile(long pid, String endpoint) {
    private static final JsonMapper JSON = new JsonMapper();

    static Optional<CloudFile> read(Path folder) {
        try {
            JsonNode json = JSON.readTree(Files.readString(path(folder), StandardCharsets.UTF_8));
            return Optional.of(new CloudFile(
                    json.path("pid").asLong(), json.path("endpoint").asText()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Path path(Path folder) {
        return folder.resolve("cloud.json");
    }

    boolean isAlive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
