/**
 * Here: the props, routes and handle of the REST API.
 * In: what users write. Out: ApiGatewayV1ApiProps.
 * Must not be here: CDK.
 */
@NullMarked
package sst.model.restapi;

import org.jspecify.annotations.NullMarked;
