package sst.local.apigateway;

import sst.local.wire.HttpHandler;

/** Deployed APIs of one kind, which answer below {@code /_api/ID}. */
public interface ApiDoor extends HttpHandler {
    /** Whether there is an API of that id behind this door. */
    boolean serves(String apiId);
}
