/**
 * Here: the contract between the CloudFormation engine and the services that own resource types.
 * In: resolved properties. Out: physical ids and attributes, or a failure with AWS's reason.
 * Must not be here: template parsing, ordering, rollback.
 */
@NullMarked
package sst.local.cfn.resource;

import org.jspecify.annotations.NullMarked;
