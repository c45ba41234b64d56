/**
 * Here: what the services of the local cloud ask of each other and of their host.
 * In: nothing. Out: interfaces and the values that cross them.
 * Must not be here: any service, protocol or storage.
 */
@NullMarked
package sst.local.port;

import org.jspecify.annotations.NullMarked;
