/**
 * Here: the lock that keeps two runs off one stage.
 * In: a bucket and who is asking. Out: a held lock, or who holds it.
 * Must not be here: stacks, printing.
 */
@NullMarked
package sst.runner.deploy.lock;

import org.jspecify.annotations.NullMarked;
