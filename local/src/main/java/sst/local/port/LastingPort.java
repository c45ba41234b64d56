package sst.local.port;

import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for an address that stays good over restarts: below those that systems give to connections for a while, so that
 * none of these has it when it is wanted again.
 */
public final class LastingPort {
    private static final int LOWEST = 10_000;
    /** Linux gives away ports from 32768 on, macOS and Windows from 49152 on. */
    private static final int HIGHEST = 32_000;

    private static final int TRIES = 50;

    private LastingPort() {}

    /** Listens on a port. */
    public interface Binder<T> {
        /** @throws IOException when the port is taken */
        T bind(int port) throws IOException;
    }

    /**
     * Listens on the port, or on another one when that is taken.
     *
     * @param wanted 0 for none in particular
     * @throws IOException when no port is free
     */
    public static <T> T bind(int wanted, Binder<T> binder) throws IOException {
        int port = wanted;
        for (int left = TRIES; left > 0; left--) {
            if (port != 0) {
                try {
                    return binder.bind(port);
                } catch (IOException taken) {
                    System.getLogger(LastingPort.class.getName())
                            .log(System.Logger.Level.DEBUG, "port " + port + " is taken", taken);
                }
            }
            port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
        }
        return binder.bind(0);
    }
}
