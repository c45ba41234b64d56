/**
 * Here: the control plane of HTTP APIs: APIs, routes, integrations, stages, deployments as records.
 * In: members by AWS's names. Out: the same, kept in the store.
 * Must not be here: requests to deployed APIs, CloudFormation.
 */
@NullMarked
package sst.local.httpapi.control;

import org.jspecify.annotations.NullMarked;
