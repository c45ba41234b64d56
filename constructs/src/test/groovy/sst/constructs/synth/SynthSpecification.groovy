package sst.constructs.synth

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.time.Clock
import java.util.function.Consumer

import com.fasterxml.jackson.databind.ObjectMapper
import spock.lang.Specification
import spock.lang.TempDir
import sst.constructs.build.request.BuildListener
import sst.constructs.build.FunctionBuilds
import sst.constructs.build.request.Workshop
import sst.constructs.kernel.CdkKernel
import sst.constructs.kernel.Kernel
import sst.constructs.kernel.KernelOptions
import sst.model.app.build.AppBuilder
import sst.model.app.AppModel
import sst.model.app.StageContext

/** A project with one handler, and the way from a config written in Groovy to templates. */
abstract class SynthSpecification extends Specification {
    @TempDir
    Path project

    AppBuilder config = new AppBuilder(new StageContext('dev', [:], '', false)).app('notes').region('us-east-1')

    List<String> built = Collections.synchronizedList([])
    int kernels

    def setup() {
        handler('src/list.js')
    }

    void handler(String name, String text = 'export const main = () => 1') {
        def file = project.resolve(name)
        Files.createDirectories(file.parent)
        Files.writeString(file, text)
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() - 60_000))
    }

    void stack(String name, Closure<?> body) {
        config.stack(name, body as Consumer)
    }

    Synth synth() {
        def workshop = new Workshop(project, project.resolve('.sst/artifacts'), CdkKernel.cache(),
                Clock.systemUTC(), Workshop.Jvm.none(), 2)
        def listener = new BuildListener() {
            void building(String function) { built << function }
        }
        new Synth(new FunctionBuilds(workshop, listener), { kernels++; kernel() })
    }

    static Kernel kernel() {
        Kernel.warm(new KernelOptions(CdkKernel.cache(), 'node'), { System.err.println(it) })
    }

    SynthOptions options(String account = '', String region = 'us-east-1') {
        new SynthOptions(project.resolve('.sst/assembly/dev'), region, account, [:])
    }

    SynthResult run(AppModel model = config.build('source')) {
        synth().run(model, options())
    }

    /** The template of a stack, synthesized anew. */
    Map template(String stack) {
        json(run().assembly().resolve("dev-notes-${stack}.template.json"))
    }

    static Map json(Path file) {
        new ObjectMapper().readValue(file.toFile(), Map)
    }

    static List<Map> ofType(Map template, String type) {
        template.Resources.values().findAll { it.Type == type }
    }
}
