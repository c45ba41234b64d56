/**
 * Here: the start of DynamoDB's service, and its CloudFormation resource.
 * In: the host; properties of tables. Out: an endpoint and a provider.
 * Must not be here: anything that a sub-package does.
 */
@NullMarked
package sst.local.dynamodb;

import org.jspecify.annotations.NullMarked;
