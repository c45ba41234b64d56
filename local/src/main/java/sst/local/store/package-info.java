/**
 * Here: durable maps on disk, shared by all services.
 * In: keys and JSON or bytes. Out: the same after a restart or a kill.
 * Must not be here: knowledge of any service.
 */
@NullMarked
package sst.local.store;

import org.jspecify.annotations.NullMarked;
