/**
 * Here: HTTP APIs.
 * In: routes, cors, access log. Out: an API with a function or server for each route.
 * Must not be here: other constructs than functions.
 */
@NullMarked
package sst.constructs.api;

import org.jspecify.annotations.NullMarked;
