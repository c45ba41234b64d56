/**
 * Here: what HTTP, WebSocket and REST APIs share: calls of functions in time, Lambda authorizers, policies, identity sources.
 * In: an API's settings and a request's parts. Out: answers of functions, decisions.
 * Must not be here: payload formats, routes, records of one kind of API.
 */
@NullMarked
package sst.local.apigateway;

import org.jspecify.annotations.NullMarked;
