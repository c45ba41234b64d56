/**
 * Here: REST APIs.
 * In: props, functions of routes. Out: the CDK's objects, with SST v2's ids.
 * Must not be here: other kinds of APIs.
 */
@NullMarked
package sst.constructs.restapi;

import org.jspecify.annotations.NullMarked;
