/**
 * Here: the one port of the local cloud: sockets, threads, guards against foreign pages, routing.
 * In: HTTP on 127.0.0.1. Out: requests handed to surfaces, replies sent after their changes are committed.
 * Must not be here: how calls are encoded, knowledge of any single AWS service.
 */
@NullMarked
package sst.local.wire.gateway;

import org.jspecify.annotations.NullMarked;
