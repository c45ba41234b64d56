/**
 * Here: API Gateway's REST APIs: the service.
 * In: calls from the gateway. Out: answers of functions and mocks.
 * Must not be here: routing, payloads, records.
 */
@NullMarked
package sst.local.restapi;

import org.jspecify.annotations.NullMarked;
