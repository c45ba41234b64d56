/**
 * Here: the props, routes and handle of the WebSocket API.
 * In: what users write. Out: WebSocketApiProps.
 * Must not be here: CDK.
 */
@NullMarked
package sst.model.websocket;

import org.jspecify.annotations.NullMarked;
