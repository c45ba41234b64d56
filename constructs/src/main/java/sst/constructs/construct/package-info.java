/**
 * Here: what constructs have in common: how they are made, found, bound and traced to a line.
 * In: the model of a construct and the place it goes. Out: CDK objects behind one small interface.
 * Must not be here: any single construct.
 */
@NullMarked
package sst.constructs.construct;

import org.jspecify.annotations.NullMarked;
