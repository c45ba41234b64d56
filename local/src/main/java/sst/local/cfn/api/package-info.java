/**
 * Here: CloudFormation's operations as AWS names them.
 * In: members of a call. Out: members of the answer, or AWS's error.
 * Must not be here: rules of templates and stacks, XML.
 */
@NullMarked
package sst.local.cfn.api;

import org.jspecify.annotations.NullMarked;
