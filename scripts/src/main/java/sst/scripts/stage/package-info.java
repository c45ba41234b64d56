/**
 * Here: where a deployed stage lives, and the values of its constructs.
 * In: a stage's place. Out: settings for AWS clients, values by the names that functions know.
 * Must not be here: scripts.
 */
@NullMarked
package sst.scripts.stage;

import org.jspecify.annotations.NullMarked;
