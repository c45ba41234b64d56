/**
 * Here: the check of a config's source, branches that are not run included.
 * In: syntax trees. Out: diagnostics in the words of an evaluation.
 * Must not be here: evaluation, CDK.
 */
@NullMarked
package sst.dsl.check;

import org.jspecify.annotations.NullMarked;
