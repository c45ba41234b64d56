/**
 * Here: CloudFormation as the engine sees it.
 * In: calls of plan, deploy and actions. Out: stacks, events, resources and change sets as records.
 * Must not be here: AWS SDK types, decisions.
 */
@NullMarked
package sst.runner.aws.stack;

import org.jspecify.annotations.NullMarked;
