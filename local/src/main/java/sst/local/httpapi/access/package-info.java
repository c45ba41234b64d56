/**
 * Here: who may call a route of an HTTP API: JWT and Lambda authorizers.
 * In: a route's settings and a routed request. Out: what events show of the caller, or the refusal.
 * Must not be here: routing, the control plane, how functions run.
 */
@NullMarked
package sst.local.httpapi.access;

import org.jspecify.annotations.NullMarked;
