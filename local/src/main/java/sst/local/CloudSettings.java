package sst.local;

import java.nio.file.Path;

/**
 * Where a local cloud lives.
 *
 * @param folder its state folder, made when it is missing
 * @param port where it listens on 127.0.0.1; 0 for any free port
 */
public record CloudSettings(Path folder, int port) {
    private static final int HIGHEST_PORT = 65_535;

    public CloudSettings {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }
}
