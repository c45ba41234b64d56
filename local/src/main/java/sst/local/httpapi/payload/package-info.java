/**
 * Here: the payload formats 1.0 and 2.0 between an HTTP API and a function.
 * In: a routed request, or a function's answer. Out: an event, or an HTTP answer.
 * Must not be here: routing, invoking.
 */
@NullMarked
package sst.local.httpapi.payload;

import org.jspecify.annotations.NullMarked;
