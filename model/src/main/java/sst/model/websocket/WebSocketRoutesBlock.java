package sst.model.websocket;

import java.util.HashSet;
import java.util.Set;
import sst.model.gateway.RoutesBlock;
import sst.model.schema.MapBlock;
import sst.model.schema.PropType;
import sst.model.schema.written.Mismatch;

/** The routes of a WebSocket API: {@code $connect}, {@code $disconnect}, {@code $default} and names of your own. */
public final class WebSocketRoutesBlock extends MapBlock<WebSocketRoute> {
    private final Set<String> written = new HashSet<>();

    public WebSocketRoutesBlock(PropType<WebSocketRoute> type) {
        super(type);
    }

    @Override
    protected String key(String route) {
        String key = route.strip();
        if (key.isEmpty()) {
            throw new Mismatch("a route has no name", "name it '$connect', '$default' or as your messages do");
        }
        if (!written.add(key)) {
            throw RoutesBlock.twice(key);
        }
        return key;
    }
}
