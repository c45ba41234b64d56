package sst.runner.cloud;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What {@code cloud.json} says: written by the cloud when it is ready, deleted when it stops cleanly. */
record CloudFile(long pid, String endpoint) {
    static Optional<CloudFile> read(Path folder) {
        try {
            var members = Members.of(Files.readString(path(folder), StandardCharsets.UTF_8));
            return Optional.of(new CloudFile(
                    Long.parseLong(members.getOrDefault("pid", "0")), members.getOrDefault("endpoint", "")));
        } catch (IOException | NumberFormatException e) {
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
