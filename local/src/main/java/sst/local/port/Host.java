package sst.local.port;

import java.time.Clock;
import sst.local.store.Store;

/**
 * What every service of the local cloud stands on.
 *
 * @param store durable state
 * @param clock the time; tests pass one that they move
 * @param endpoint the gateway's own address, such as {@code http://127.0.0.1:4566}
 */
public record Host(Store store, Clock clock, String endpoint) {}
