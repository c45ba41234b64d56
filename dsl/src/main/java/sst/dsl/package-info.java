/**
 * Here: the evaluation of sst.config.groovy.
 * In: script files, stage and environment. Out: an AppModel and diagnostics.
 * Must not be here: CDK, AWS SDK, the command line.
 */
@NullMarked
package sst.dsl;

import org.jspecify.annotations.NullMarked;
