/**
 * Here: what answers the routes of an HTTP API.
 * In: what users write. Out: one Route per key.
 * Must not be here: CDK.
 */
@NullMarked
package sst.model.api.route;

import org.jspecify.annotations.NullMarked;
