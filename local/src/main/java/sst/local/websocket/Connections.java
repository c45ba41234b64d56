package sst.local.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import sst.local.store.Store;
import sst.local.websocket.Connection.ConnectionInfo;
import sst.local.websocket.frame.CloseReason;

/** Who is connected. What is known of each is also kept in the store, for the event of those that a stop cuts off. */
final class Connections {
    private final Map<String, Connection> open = new ConcurrentHashMap<>();
    private final Store store;
    private final NavigableMap<String, JsonNode> records;

    Connections(Store store) {
        this.store = store;
        this.records = store.json("websocket.connections");
    }

    void add(Connection connection) {
        open.put(connection.info().id(), connection);
        records.put(connection.info().id(), connection.info().record());
        store.commit();
    }

    /** Forgets a connection; false when it was forgotten before. */
    boolean remove(Connection connection) {
        boolean wasThere = open.remove(connection.info().id()) != null;
        if (wasThere) {
            forget(connection.info().id());
        }
        return wasThere;
    }

    void forget(String id) {
        records.remove(id);
        store.commit();
    }

    Optional<Connection> find(String id) {
        return Optional.ofNullable(open.get(id));
    }

    int count() {
        return open.size();
    }

    /** Those that a former run left. */
    List<ConnectionInfo> left() {
        return records.entrySet().stream()
                .map(entry -> ConnectionInfo.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Ends the connections of an API. */
    void closeAll(String apiId) {
        open.values().stream()
                .filter(each -> each.info().apiId().equals(apiId))
                .forEach(each -> each.close(CloseReason.GOING_AWAY));
    }

    /** Ends every connection; their records stay, and the next start tells their functions. */
    void stop() {
        List<Connection> all = List.copyOf(open.values());
        open.clear();
        all.forEach(each -> each.close(CloseReason.GOING_AWAY));
    }
}
