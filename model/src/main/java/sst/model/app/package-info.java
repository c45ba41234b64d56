/**
 * Here: the app and its stacks, as they are written and as an immutable model.
 * In: blocks filled by the DSL or by Java. Out: an AppModel, checked as a whole.
 * Must not be here: script files, CDK.
 */
@NullMarked
package sst.model.app;

import org.jspecify.annotations.NullMarked;
