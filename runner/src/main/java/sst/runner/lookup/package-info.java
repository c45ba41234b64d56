/**
 * Here: what the CDK wants to know of an account while it synthesizes, asked by AWS's ports.
 * In: questions of an assembly's manifest. Out: answers in the form of cdk.context.json.
 * Must not be here: the AWS SDK, files.
 */
@NullMarked
package sst.runner.lookup;

import org.jspecify.annotations.NullMarked;
