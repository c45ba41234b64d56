/**
 * Here: what an action works in: the project, the stage, its cloud, the run and its lock.
 * In: a Context. Out: a session with the stage, opened once and closed by its owner.
 * Must not be here: single verbs, printing, AWS SDK types.
 */
@NullMarked
package sst.runner.action.session;

import org.jspecify.annotations.NullMarked;
