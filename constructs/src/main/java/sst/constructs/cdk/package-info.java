/**
 * Here: the way between plain values of the config and the CDK's builders and errors.
 * In: cdk overrides, closures, exceptions of the CDK. Out: set props, diagnostics at the user's line.
 * Must not be here: any single construct.
 */
@NullMarked
package sst.constructs.cdk;

import org.jspecify.annotations.NullMarked;
