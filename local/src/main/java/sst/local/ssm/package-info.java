/**
 * Here: SSM Parameter Store: values by path, their history and tags, secure strings kept encrypted.
 * In: JSON calls and AWS::SSM::Parameter resources. Out: parameters in the store.
 * Must not be here: any other part of Systems Manager.
 */
@NullMarked
package sst.local.ssm;

import org.jspecify.annotations.NullMarked;
