/**
 * Here: what functions may see and do.
 * In: bindings, permissions and attachments of the model. Out: variables, IAM statements, SSM parameters.
 * Must not be here: any single construct.
 */
@NullMarked
package sst.constructs.bind;

import org.jspecify.annotations.NullMarked;
