/**
 * Here: the AWS::ApiGatewayV2::* resource types.
 * In: resolved properties. Out: calls of the control plane, and attributes.
 * Must not be here: rules that the control plane also needs.
 */
@NullMarked
package sst.local.httpapi.resource;

import org.jspecify.annotations.NullMarked;
