/**
 * Here: the app and its stacks while they are written.
 * In: blocks filled by the DSL or by Java. Out: an AppModel, checked as a whole.
 * Must not be here: script files, CDK.
 */
@NullMarked
package sst.model.app.build;

import org.jspecify.annotations.NullMarked;
