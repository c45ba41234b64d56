package sst.acceptance.harness

import java.nio.file.Files
import java.nio.file.Path

/** The JDKs that this machine has, oldest first. */
final class Jdks {

    private Jdks() {
    }

    static List<Path> all() {
        def system = Path.of('/usr/lib/jvm')
        def found = [Path.of(System.getProperty('java.home'))]
        if (Files.isDirectory(system)) {
            found += Files.list(system).withCloseable { it.toList() }
        }
        found.findAll { Files.isExecutable(it.resolve('bin/javac')) && Files.exists(it.resolve('release')) }
            .collect { it.toRealPath() }
            .unique()
            .sort { version(it) }
    }

    private static int version(Path home) {
        def line = Files.readAllLines(home.resolve('release')).find { it.startsWith('JAVA_VERSION=') }
        (line =~ /\d+/)[0] as int
    }
}
