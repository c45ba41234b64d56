package sst.acceptance.harness

import java.nio.file.Path

/** The checkout that these specs run in. */
final class Repository {

    static final Path ROOT = Path.of(System.getProperty('basedir', '.')).toAbsolutePath().normalize().parent

    private Repository() {
    }

    static Path getLauncher() {
        ROOT.resolve('sst')
    }

    static Path file(String path) {
        ROOT.resolve(path)
    }
}
