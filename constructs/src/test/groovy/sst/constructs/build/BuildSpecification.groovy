package sst.constructs.build

import sst.constructs.build.request.BuildListener
import sst.constructs.build.request.BuildRequest
import sst.constructs.build.request.Workshop

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.time.Clock
import java.util.zip.ZipFile

import sst.constructs.build.request.BuildOptions
import sst.constructs.build.request.NodeOptions
import sst.constructs.build.request.Packing
import sst.constructs.kernel.CdkKernel
import sst.model.diagnostic.SourceRef
import spock.lang.Specification
import spock.lang.TempDir

/** A project folder, and a listener that remembers what it heard. */
abstract class BuildSpecification extends Specification {
    @TempDir
    Path project

    List<String> heard = Collections.synchronizedList([])

    BuildListener listener = new BuildListener() {
        void building(String function) { heard << "building $function".toString() }

        void built(String function, boolean reused) { if (reused) { heard << "reused $function".toString() } }

        void note(String message) { heard << message }
    }

    /** Writes a file whose time is long past, as most files' is. */
    Path file(String name, String text) {
        def path = project.resolve(name)
        Files.createDirectories(path.parent)
        Files.writeString(path, text)
        Files.setLastModifiedTime(path, FileTime.fromMillis(System.currentTimeMillis() - 60_000))
        path
    }

    BuildRequest request(Map<String, Object> more = [:], String handler) {
        new BuildRequest(more.function ?: 'Fn', new SourceRef('sst.config.groovy', 7, 0), handler,
                new BuildRequest.Target(more.runtime ?: '', 'x86_64'), more.path ?: '',
                more.options ?: BuildOptions.of(more.node ?: NodeOptions.defaults()), more.packing ?: Packing.of(more.copyFiles ?: []))
    }

    FunctionBuilds builds() {
        def workshop = new Workshop(project, project.resolve('.sst/artifacts'), CdkKernel.cache(),
                Clock.systemUTC(), jvm(), 2)
        new FunctionBuilds(workshop, listener)
    }

    Workshop.Jvm jvm() {
        def groovy = Path.of(GroovyObject.protectionDomain.codeSource.location.toURI())
        new Workshop.Jvm([groovy], [], [:])
    }

    BuiltFunction build(BuildRequest request) {
        def results = builds().build([request])
        assert results.diagnostics() == []
        results.functions()[request.function()]
    }

    static List<String> entries(Path zip) {
        new ZipFile(zip.toFile()).withCloseable { open -> open.entries()*.name.sort() }
    }

    static Path unzip(Path zip, Path target) {
        new ZipFile(zip.toFile()).withCloseable { open ->
            open.entries().each { entry ->
                def file = target.resolve(entry.name)
                Files.createDirectories(file.parent)
                open.getInputStream(entry).withCloseable { Files.copy(it, file) }
            }
        }
        target
    }

    String run(String... line) {
        def process = new ProcessBuilder(line).redirectErrorStream(true).start()
        process.outputStream.close()
        def text = process.inputStream.text
        assert process.waitFor() == 0: text
        text.trim()
    }
}
