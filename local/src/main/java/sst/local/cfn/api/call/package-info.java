/**
 * Here: the members of a call and of its answer, pages, and the errors that CloudFormation has for them.
 * In: members by AWS's names. Out: values, or AWS's error.
 * Must not be here: what an operation does.
 */
@NullMarked
package sst.local.cfn.api.call;

import org.jspecify.annotations.NullMarked;
