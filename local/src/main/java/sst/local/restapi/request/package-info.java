/**
 * Here: a request to a deployed REST API on its way: stage, resource, method, authorizer, integration, answer.
 * In: plain HTTP. Out: plain HTTP.
 * Must not be here: the control plane, how functions run.
 */
@NullMarked
package sst.local.restapi.request;

import org.jspecify.annotations.NullMarked;
