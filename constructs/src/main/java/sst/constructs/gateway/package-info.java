/**
 * Here: what APIs of all kinds share: domains, access logs, authorizers, grants.
 * In: props of the model. Out: objects of the CDK, with SST v2's ids.
 * Must not be here: any single kind of API.
 */
@NullMarked
package sst.constructs.gateway;

import org.jspecify.annotations.NullMarked;
