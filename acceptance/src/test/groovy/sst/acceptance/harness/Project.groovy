package sst.acceptance.harness

import com.fasterxml.jackson.databind.ObjectMapper

import java.nio.file.FileVisitResult
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.SimpleFileVisitor
import java.nio.file.attribute.BasicFileAttributes

/** A user's project in a temporary folder, with a local cloud of its own that ends with it. */
final class Project implements AutoCloseable {

    static final Set<String> NOT_COPIED = ['node_modules', '.sst', 'target', '__pycache__']
    static final ObjectMapper JSON = new ObjectMapper()

    final Path root = Files.createTempDirectory('sst-project-')
    final Path folder = root.resolve('my app')
    final int port = freePort()
    Map<String, String> env = [SST_LOCAL_PORT: port.toString(), SST_NO_ARCHIVE: '1', NO_COLOR: '1', CI: null]

    /** A copy of one of the folders under examples/ or src/test/resources/apps. */
    static Project of(Path original) {
        def project = new Project()
        copy(original, project.folder)
        project
    }

    static Project example(String name) {
        def project = of(Repository.file("examples/$name"))
        Files.createSymbolicLink(project.folder.resolve('node_modules'), NodePackages.of(Repository.file("examples/$name")))
        project
    }

    static Project app(String name) {
        of(Repository.file("acceptance/src/test/resources/apps/$name"))
    }

    Command sst(Object... args) {
        sstAt('dev', *args)
    }

    Command sstAt(String stage, Object... args) {
        new Command(*([Repository.launcher, '--stage', stage] + args.toList())).in(folder).with(env)
    }

    Command.Finished deploy(Object... args) {
        def run = sst(*(['deploy', '--yes'] + args.toList())).within(300).run()
        if (run.exit != 0) {
            throw new AssertionError(run as Object)
        }
        run
    }

    /** The outputs of the last deploy, by stack. */
    Map<String, Map<String, String>> getOutputs() {
        JSON.readValue(Files.readString(folder.resolve('.sst/outputs.json')), Map)
    }

    String getEndpoint() {
        "http://127.0.0.1:$port"
    }

    /** What local cloud runs, as it says itself, or null. */
    Map<String, ?> getCloud() {
        def file = folder.resolve('.sst/local/cloud.json')
        Files.exists(file) ? JSON.readValue(Files.readString(file), Map) : null
    }

    String read(String path) {
        Files.readString(folder.resolve(path))
    }

    void write(String path, String text) {
        def file = folder.resolve(path)
        Files.createDirectories(file.parent)
        Files.writeString(file, text)
    }

    /** Replaces one piece of a file, which must be there. */
    void edit(String path, String from, String to) {
        def text = read(path)
        assert text.contains(from)
        write(path, text.replace(from, to))
    }

    /** Environment for any other AWS client. */
    Map<String, String> getAwsEnv() {
        [
            AWS_ENDPOINT_URL: endpoint, AWS_REGION: 'us-east-1', AWS_DEFAULT_REGION: 'us-east-1', AWS_PAGER: '',
            AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_EC2_METADATA_DISABLED: 'true',
        ]
    }

    /** Told where to go: version 1 asks AWS itself for queues, whatever AWS_ENDPOINT_URL says. */
    Command aws(Object... args) {
        new Command(*(['aws', '--endpoint-url', endpoint, '--output', 'json'] + args.toList())).in(folder).with(awsEnv).within(60)
    }

    Object awsJson(Object... args) {
        def run = aws(*args).run()
        assert run.exit == 0
        run.out.blank ? null : JSON.readValue(run.out, Object)
    }

    @Override
    void close() {
        try {
            if (cloud) {
                sst('local', 'stop').within(30).run()
            }
        } finally {
            def pid = cloud?.pid as Long
            if (pid) {
                ProcessHandle.of(pid).ifPresent { process ->
                    process.descendants().forEach { it.destroyForcibly() }
                    process.destroyForcibly()
                    process.onExit().join()
                }
            }
            root.toFile().deleteDir()
        }
    }

    /** None of those that the system gives to connections, so that it is still free after a restart. */
    static int freePort() {
        def port = new Random().ints(10_000, 32_000).filter { free(it) }.findFirst()
        port.asInt
    }

    private static boolean free(int port) {
        try {
            new ServerSocket(port, 1, InetAddress.loopbackAddress).close()
            true
        } catch (IOException ignored) {
            false
        }
    }

    static void copy(Path from, Path to) {
        Files.walkFileTree(from, new SimpleFileVisitor<Path>() {

            @Override
            FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (folder.fileName.toString() in NOT_COPIED) {
                    return FileVisitResult.SKIP_SUBTREE
                }
                Files.createDirectories(to.resolve(from.relativize(folder)))
                FileVisitResult.CONTINUE
            }

            @Override
            FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                Files.copy(file, to.resolve(from.relativize(file)))
                FileVisitResult.CONTINUE
            }
        })
    }
}
