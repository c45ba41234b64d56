package sst.model.websocket;

import sst.model.gateway.CheckedType;
import sst.model.schema.PropType;

/** How an authorizer is written. */
public final class WebSocketAuthorizerForms {
    private WebSocketAuthorizerForms() {}

    /** {@code 'none'}, {@code 'iam'}, or props. */
    public static PropType<WebSocketAuthorizer> type() {
        return new CheckedType<>(() -> WebSocketAuthorizerBlock.SCHEMA, "type", WebSocketAuthorizer::check);
    }
}
