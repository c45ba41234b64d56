package sst.acceptance.harness

import java.nio.file.Files
import java.nio.file.Path

/** npm packages that specs share, installed once below target/ and again when the package file changes. */
final class NodePackages {

    private NodePackages() {
    }

    /** The node_modules of the package.json (and lock file) in a folder. */
    static Path of(Path original) {
        def folder = Repository.file("acceptance/target/npm/$original.fileName")
        Files.createDirectories(folder)
        def wanted = ['package.json', 'package-lock.json'].findAll { Files.exists(original.resolve(it)) }
        def upToDate = Files.exists(folder.resolve('node_modules')) &&
            wanted.every { Files.exists(folder.resolve(it)) && Files.mismatch(folder.resolve(it), original.resolve(it)) < 0 }
        if (!upToDate) {
            install(original, folder, wanted)
        }
        folder.resolve('node_modules')
    }

    private static void install(Path original, Path folder, List<String> files) {
        def run = new Command('npm', 'install', '--no-audit', '--no-fund', '--prefer-offline').in(stage(original, folder, files)).within(300).run()
        assert run.exit == 0
        files.each { Files.write(folder.resolve(it), Files.readAllBytes(original.resolve(it))) }
    }

    private static Path stage(Path original, Path folder, List<String> files) {
        folder.resolve('node_modules').toFile().deleteDir()
        files.each { Files.write(folder.resolve(it), Files.readAllBytes(original.resolve(it))) }
        folder
    }
}
