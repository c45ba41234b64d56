/**
 * Here: API Gateway's HTTP APIs: the service and its front door.
 * In: calls from the gateway. Out: answers of functions and other HTTP servers.
 * Must not be here: how functions run.
 */
@NullMarked
package sst.local.httpapi;

import org.jspecify.annotations.NullMarked;
