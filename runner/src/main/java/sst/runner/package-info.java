/**
 * Here: the entry point and the verbs of the product.
 * In: argv, an assembly and what is deployed. Out: plans, deploy events, outputs, exit codes.
 * Must not be here: the interactive console.
 */
@NullMarked
package sst.runner;

import org.jspecify.annotations.NullMarked;
