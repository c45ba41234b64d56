/**
 * Here: functions' code, built several at once and only when something changed.
 * In: what the config says of each function. Out: zips with their hashes, or diagnostics.
 * Must not be here: the CDK, the model's constructs, uploading.
 */
@NullMarked
package sst.constructs.build;

import org.jspecify.annotations.NullMarked;
