/**
 * Here: the adapters of the AWS ports over the AWS SDK for Java 2, the only SDK imports of the module.
 * In: a target (region, profile, endpoint). Out: the ports, their clients made on first use.
 * Must not be here: decisions of the engine, the command line.
 */
@NullMarked
package sst.runner.aws.sdk;

import org.jspecify.annotations.NullMarked;
