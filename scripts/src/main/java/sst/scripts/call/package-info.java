/**
 * Here: AWS SDK clients of a stage, and what becomes of their writes.
 * In: a stage's place. Out: clients; in a dry run the writes that were left out.
 * Must not be here: constructs.
 */
@NullMarked
package sst.scripts.call;

import org.jspecify.annotations.NullMarked;
