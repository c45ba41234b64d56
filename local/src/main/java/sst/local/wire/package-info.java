/**
 * Here: AWS wire protocols (JSON 1.0 and 1.1, query with XML, REST-JSON, raw HTTP) on one port.
 * In: HTTP requests. Out: calls on services as JSON trees, and their answers in the caller's protocol.
 * Must not be here: knowledge of any single AWS service.
 */
@NullMarked
package sst.local.wire;

import org.jspecify.annotations.NullMarked;
