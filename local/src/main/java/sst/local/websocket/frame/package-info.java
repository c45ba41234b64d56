/**
 * Here: the WebSocket protocol of RFC 6455 on a stream of bytes, server side.
 * In: a handshake, frames of a client. Out: messages, frames of the server, the code that ended it.
 * Must not be here: sockets, APIs, functions.
 */
@NullMarked
package sst.local.websocket.frame;

import org.jspecify.annotations.NullMarked;
