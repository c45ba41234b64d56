/**
 * Here: Lambda's control plane: functions, versions, aliases, policies, settings as records.
 * In: members by AWS's names. Out: the same, kept in the store.
 * Must not be here: processes, HTTP, CloudFormation.
 */
@NullMarked
package sst.local.lambda.control;

import org.jspecify.annotations.NullMarked;
