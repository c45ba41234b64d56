package sst.runner.deploy.lock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What the lock object of a stage says.
 *
 * @param id the run's id, which {@code sst unlock} asks for
 * @param expires from when on the lock counts as left behind
 */
public record LockRecord(String id, LockOwner owner, String command, Instant since, Instant expires) {
    private static final JsonMapper JSON = new JsonMapper();

    String json() {
        return JSON.createObjectNode()
                .put("version", 1)
                .put("id", id)
                .put("user", owner.user())
                .put("host", owner.host())
                .put("pid", owner.pid())
                .put("started", owner.started().toString())
                .put("command", command)
                .put("since", since.toString())
                .put("expires", expires.toString())
                .toPrettyString();
    }

    /** Empty when the object is not a lock record, which then locks nothing. */
    static Optional<LockRecord> parse(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            LockOwner owner = new LockOwner(
                    json.path("user").asText(),
                    json.path("host").asText(),
                    json.path("pid").asLong(),
                    Instant.parse(json.path("started").asText()));
            return Optional.of(new LockRecord(
                    json.path("id").asText(),
                    owner,
                    json.path("command").asText(),
                    Instant.parse(json.path("since").asText()),
                    Instant.parse(json.path("expires").asText())));
        } catch (JsonProcessingException | DateTimeException e) {
            return Optional.empty();
        }
    }

    LockRecord until(Instant instant) {
        return new LockRecord(id, owner, command, since, instant);
    }

    /** Whether nobody stands behind the lock any more, as seen by {@code me}. */
    boolean isAbandoned(LockOwner me, Instant now, Liveness processes) {
        if (now.isAfter(expires)) {
            return true;
        }
        return isDead(me, processes);
    }

    /** Whether its process was on the machine of {@code me} and is gone. */
    boolean isDead(LockOwner me, Liveness processes) {
        return owner.host().equals(me.host()) && !processes.isAlive(owner.pid(), owner.started());
    }
}
