/**
 * Here: the AWS::ApiGateway::* resource types.
 * In: resolved properties. Out: calls of the control plane, and attributes.
 * Must not be here: rules that the control plane also needs.
 */
@NullMarked
package sst.local.restapi.resource;

import org.jspecify.annotations.NullMarked;
