package sst.acceptance.launcher

import sst.acceptance.harness.Command
import sst.acceptance.harness.Repository

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.time.Instant

/** The real launcher in a folder of its own, over JDKs that only say how they were called. */
final class FakeInstallation implements AutoCloseable {

    final Path folder = Files.createTempDirectory('sst launcher ')
    final Path home = Files.createDirectories(folder.resolve('home of sst'))
    final Path bin = Files.createDirectories(folder.resolve('bin'))

    FakeInstallation() {
        copy('sst')
        copy('dist/src/archive/make')
        copy('dist/src/archive/app/sst.config.groovy')
        ['cat', 'cp', 'dirname', 'env', 'find', 'head', 'mkdir', 'mktemp', 'mv', 'nice', 'readlink', 'rm', 'sh', 'sleep', 'touch'].each {
            Files.createSymbolicLink(bin.resolve(it), Path.of("/bin/$it"))
        }
    }

    /** @param before lines of shell before the arguments are printed */
    Path jdk(String version, String before = '') {
        def jdk = Files.createDirectories(folder.resolve("jdk $version"))
        write(jdk.resolve('release'), "IMPLEMENTOR=\"Fake\"\nJAVA_RUNTIME_VERSION=\"$version+7\"\nJAVA_VERSION=\"$version\"\n")
        executable(jdk.resolve('bin/javac'), '')
        executable(jdk.resolve('bin/java'), "$before\necho 'jdk $version'\nprintf '%s\\n' \"\$@\"")
        jdk
    }

    Path node(String version) {
        executable(bin.resolve('node'), "echo v$version; echo asked >> '$folder/node-asked'")
    }

    /** @param script what Maven does here; the built stamp is for the script to write, as the real build does */
    void maven(String script) {
        executable(bin.resolve('mvn'), script)
    }

    void built() {
        write(home.resolve('dist/target/built'), '')
    }

    Path source(String path) {
        write(home.resolve('pom.xml'), '')
        def source = write(home.resolve(path), '')
        [home.resolve('pom.xml'), source].each { age(it, 3600) }
        source
    }

    static void age(Path file, int seconds) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)))
    }

    Command sst(Object... args) {
        command(home.resolve('sst'), args)
    }

    Command command(Path launcher, Object... args) {
        new Command(*([launcher] + args.toList())).within(20)
            .with(PATH: bin, HOME: folder, JAVA_HOME: null, SDKMAN_DIR: null, SST_NO_ARCHIVE: '1')
    }

    static Path executable(Path file, String script) {
        write(file, "#!/bin/sh\n$script\n").toFile().setExecutable(true)
        file
    }

    static Path write(Path file, String text) {
        Files.createDirectories(file.parent)
        Files.writeString(file, text)
    }

    private void copy(String path) {
        def target = home.resolve(path)
        Files.createDirectories(target.parent)
        Files.copy(Repository.file(path), target)
    }

    @Override
    void close() {
        folder.toFile().deleteDir()
    }
}
