/**
 * Here: a request's members by type, and the errors of requests with a wrong shape.
 * In: JSON. Out: typed members, or AWS's error text.
 * Must not be here: attribute values, tables.
 */
@NullMarked
package sst.local.dynamodb.request;

import org.jspecify.annotations.NullMarked;
