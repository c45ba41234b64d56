/**
 * Here: parameters and secrets.
 * In: a name, perhaps a value. Out: what functions see of them.
 * Must not be here: the values of secrets.
 */
@NullMarked
package sst.constructs.config;

import org.jspecify.annotations.NullMarked;
