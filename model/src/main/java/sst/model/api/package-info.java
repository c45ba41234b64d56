/**
 * Here: the props, authorizers and handle of the HTTP API.
 * In: what users write. Out: ApiProps with one Route per key.
 * Must not be here: CDK.
 */
@NullMarked
package sst.model.api;

import org.jspecify.annotations.NullMarked;
