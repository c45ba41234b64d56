/**
 * Here: the control plane of REST APIs: APIs, resources with their methods, deployments, stages, authorizers as records.
 * In: members by AWS's names. Out: the same, kept in the store.
 * Must not be here: requests to deployed APIs, CloudFormation.
 */
@NullMarked
package sst.local.restapi.control;

import org.jspecify.annotations.NullMarked;
