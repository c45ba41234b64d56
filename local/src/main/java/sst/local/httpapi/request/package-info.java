/**
 * Here: a request to a deployed API on its way: stage, route, CORS, integration, answer, access log.
 * In: plain HTTP. Out: plain HTTP.
 * Must not be here: the control plane, payload formats.
 */
@NullMarked
package sst.local.httpapi.request;

import org.jspecify.annotations.NullMarked;
