/**
 * Here: Lambda functions, whoever makes them.
 * In: props with their defaults, built code. Out: functions that take variables and grants.
 * Must not be here: how code is built.
 */
@NullMarked
package sst.constructs.function;

import org.jspecify.annotations.NullMarked;
