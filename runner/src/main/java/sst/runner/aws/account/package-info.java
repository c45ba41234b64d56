/**
 * Here: an account in a region, with the ports that reach it.
 * In: a target. Out: ports, opened on first use.
 * Must not be here: AWS SDK types, decisions.
 */
@NullMarked
package sst.runner.aws.account;

import org.jspecify.annotations.NullMarked;
