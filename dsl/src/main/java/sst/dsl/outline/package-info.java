/**
 * Here: what a config file says of the app, as data that is read without running the file.
 * In: syntax trees. Out: an app block, or nothing when only a run can tell what it says.
 * Must not be here: running of closures, classes of the user's.
 */
@NullMarked
package sst.dsl.outline;

import org.jspecify.annotations.NullMarked;
