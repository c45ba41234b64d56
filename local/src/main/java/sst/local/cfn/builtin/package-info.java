/**
 * Here: resource types that no service owns: CloudFormation's own, and those that are only recorded.
 * In: resolved properties. Out: records, or nested stacks.
 * Must not be here: types that do something for a running app.
 */
@NullMarked
package sst.local.cfn.builtin;

import org.jspecify.annotations.NullMarked;
