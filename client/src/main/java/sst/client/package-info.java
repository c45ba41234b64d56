/**
 * Here: typed access to the resources bound to a JVM handler.
 * In: the environment variables and SSM parameters that binding writes. Out: names, ARNs and secret values.
 * Must not be here: any dependency outside the JDK.
 */
@NullMarked
package sst.client;

import org.jspecify.annotations.NullMarked;
