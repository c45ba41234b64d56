/**
 * Here: the deployed constructs of a stage with what people do to them.
 * In: values and clients of the stage. Out: items, objects, messages, answers.
 * Must not be here: how values are found.
 */
@NullMarked
package sst.scripts.resource;

import org.jspecify.annotations.NullMarked;
