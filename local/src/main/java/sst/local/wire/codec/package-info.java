/**
 * Here: the four ways AWS clients encode calls, each as a surface over one endpoint of a service.
 * In: a routed HTTP request. Out: an operation's answer or error in the caller's protocol.
 * Must not be here: sockets, routing, knowledge of any single AWS service.
 */
@NullMarked
package sst.local.wire.codec;

import org.jspecify.annotations.NullMarked;
