/**
 * Here: WebSocket APIs as they answer: connections, routes, messages, the calls on connections.
 * In: sockets, records of APIs, calls of functions. Out: events for functions, messages to clients.
 * Must not be here: frames and handshakes, the control plane.
 */
@NullMarked
package sst.local.websocket;

import org.jspecify.annotations.NullMarked;
