package sst.model.websocket;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.construct.ConstructScope;
import sst.model.gateway.Domain;
import sst.model.gateway.GatewayHandle;
import sst.model.ref.Ref;

/** The handle of a WebSocket API. */
public final class WebSocketApi extends GatewayHandle<WebSocketApiProps, WebSocketApi> {
    public WebSocketApi(ConstructScope scope, WebSocketApiBlock block) {
        super(scope, block);
    }

    @Override
    protected WebSocketApi self() {
        return this;
    }

    @Override
    protected Map<String, ?> routes(WebSocketApiProps props) {
        return props.routes();
    }

    @Override
    protected @Nullable Domain domain(WebSocketApiProps props) {
        return props.customDomain();
    }

    @Override
    protected String scheme() {
        return "wss://";
    }

    /** The URL by which functions send to connections. */
    public Ref getHttpsUrl() {
        return ref("httpsUrl");
    }

    /** The ARN of all connections, for permissions of functions that are not the API's. */
    public Ref getConnectionsArn() {
        return ref("connectionsArn");
    }

    /** The id of a route. */
    public Ref getRoute(String route) {
        return ref("route/" + spaced(route));
    }
}
