/**
 * Here: IAM as records: roles, policies, instance profiles, who is attached to what. Recorded, not enforced.
 * In: calls by the query protocol, AWS::IAM resources. Out: records in the store.
 * Must not be here: any decision on who may do what.
 */
@NullMarked
package sst.local.iam;

import org.jspecify.annotations.NullMarked;
