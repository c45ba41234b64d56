/**
 * Here: what lines do with what is deployed: calls of functions, items of tables, objects, messages.
 * In: a construct of the model and arguments. Out: answers of the cloud, by the resources that scripts have.
 * Must not be here: edits of the model, AWS SDK types.
 */
@NullMarked
package sst.repl.deed;

import org.jspecify.annotations.NullMarked;
