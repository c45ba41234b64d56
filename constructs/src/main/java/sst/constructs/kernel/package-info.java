/**
 * Here: the node process in which the CDK runs, prepared once and started early.
 * In: a cache folder and a node executable. Out: a JVM in which CDK classes work, quickly.
 * Must not be here: constructs, or anything about an app.
 */
@NullMarked
package sst.constructs.kernel;

import org.jspecify.annotations.NullMarked;
