/**
 * Here: what a caller asks of a stack, read and checked before anything is touched.
 * In: a request's template, parameters and acknowledgements. Out: a StackInput that may be made, or AWS's error.
 * Must not be here: making anything.
 */
@NullMarked
package sst.local.cfn.request;

import org.jspecify.annotations.NullMarked;
