/**
 * Here: what a deploy would change, as values.
 * In: differences of templates. Out: changes with their place in the config.
 * Must not be here: how they are found, how they are shown.
 */
@NullMarked
package sst.runner.plan.change;

import org.jspecify.annotations.NullMarked;
