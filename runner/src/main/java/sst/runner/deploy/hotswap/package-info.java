/**
 * Here: functions changed around CloudFormation, and the record of it.
 * In: the plan of a stack and its templates. Out: calls to Lambda; a record that a full deploy repairs from.
 * Must not be here: CloudFormation updates, printing.
 */
@NullMarked
package sst.runner.deploy.hotswap;

import org.jspecify.annotations.NullMarked;
