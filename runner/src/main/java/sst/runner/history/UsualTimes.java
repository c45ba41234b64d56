package sst.runner.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sst.runner.deploy.event.DeployEvent;
import sst.runner.deploy.event.DeployEvent.Expected;
import sst.runner.deploy.event.DeployEvent.ResourceMoved;
import sst.runner.deploy.event.DeployEvent.RunFinished;
import sst.runner.deploy.event.DeployEvent.StackFinished;
import sst.runner.deploy.event.DeployEvent.StackStarted;

/**
 * Remembers how long stacks and resources of a stage took, and tells it when they begin again. A new time weighs as much
 * as all older ones together, so that the figure follows what is usual now.
 */
public final class UsualTimes implements Consumer<DeployEvent> {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final Clock clock;
    private final Consumer<DeployEvent> next;
    private final Map<String, Long> millis = new HashMap<>();
    private final Map<String, Instant> begun = new HashMap<>();
    private final Map<String, String> operations = new HashMap<>();

    /** @param next is told every event, and before those of a beginning what is usual */
    public UsualTimes(Path file, Clock clock, Consumer<DeployEvent> next) {
        this.file = file;
        this.clock = clock;
        this.next = next;
        read();
    }

    @Override
    public synchronized void accept(DeployEvent event) {
        next.accept(event);
        if (event instanceof StackStarted stack) {
            String key = stack.stack() + " " + stack.operation();
            operations.put(stack.stack(), key);
            begin(key, stack.stack(), "");
        } else if (event instanceof ResourceMoved resource) {
            moved(resource);
        } else if (event instanceof StackFinished stack) {
            String key = operations.remove(stack.outcome().stack());
            if (key != null && stack.outcome().isGood()) {
                end(key);
            }
        } else if (event instanceof RunFinished) {
            write();
        }
    }

    private void moved(ResourceMoved resource) {
        String status = resource.status().name();
        String verb = status.substring(0, Math.max(0, status.indexOf('_')));
        String key = resource.stack() + " " + resource.logicalId() + " " + verb;
        if (resource.status().isInProgress()) {
            begin(key, resource.stack(), resource.logicalId());
        } else if (status.endsWith("_COMPLETE")) {
            end(key);
        } else {
            begun.remove(key);
        }
    }

    private void begin(String key, String stack, String logicalId) {
        if (begun.putIfAbsent(key, clock.instant()) != null) {
            return;
        }
        Long usual = millis.get(key);
        if (usual != null) {
            next.accept(new Expected(stack, logicalId, Duration.ofMillis(usual)));
        }
    }

    private void end(String key) {
        Instant since = begun.remove(key);
        if (since != null) {
            long took = Duration.between(since, clock.instant()).toMillis();
            millis.merge(key, took, (old, now) -> (old + now) / 2);
        }
    }

    private void read() {
        try {
            JsonNode known = Files.isRegularFile(file) ? JSON.readTree(Files.readString(file)) : null;
            if (known != null) {
                known.properties()
                        .forEach(entry ->
                                millis.put(entry.getKey(), entry.getValue().asLong()));
            }
        } catch (IOException e) {
            // Without the file nothing is usual yet.
            millis.clear();
        }
    }

    private void write() {
        ObjectNode all = JSON.createObjectNode();
        millis.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> all.put(e.getKey(), e.getValue()));
        @Nullable Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
            Path partial = Files.createTempFile(folder, "times", ".partial");
            Files.writeString(partial, all.toPrettyString(), StandardCharsets.UTF_8);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // The next run then knows no usual times.
            return;
        }
    }
}
