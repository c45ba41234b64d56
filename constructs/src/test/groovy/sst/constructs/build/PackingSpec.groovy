package sst.constructs.build

import java.nio.file.Files

import sst.constructs.build.request.BuildOptions
import sst.constructs.build.request.NodeOptions
import sst.constructs.build.request.Packing
import sst.model.diagnostic.Code
import sst.model.diagnostic.SourceRef
import sst.model.function.build.BuildHook
import sst.model.value.CdkHook

class PackingSpec extends BuildSpecification {
    private packing(List<BuildHook> before, List<BuildHook> after, String stamp = '') {
        new Packing([], before, after, stamp)
    }

    private static BuildHook closure(Closure<?> action) {
        new BuildHook.Closure(new CdkHook(new SourceRef('sst.config.groovy', 9, 0), { action(it) }))
    }

    def "commands and closures run around the build, on what is packed"() {
        given:
        file('src/list.js', "import text from './made.txt'\nexport const main = () => text")
        def steps = []
        def packing = packing([new BuildHook.Command('echo made > src/made.txt')],
                [new BuildHook.Command('echo $OUT > "$OUT/out.txt"'), closure { steps << it; Files.writeString(it.out().resolve('more.txt'), 'x') }])
        def node = new NodeOptions('esm', false, false, false, '', [], ['.txt': 'text'], [])

        when:
        def built = build(request('src/list.main', packing: packing, node: node))

        then:
        entries(built.zip()).containsAll(['src/list.mjs', 'out.txt', 'more.txt'])
        steps*.handler() == ['src/list.main']
        steps*.project() == [project]
    }

    def "code is built again when the closures around it may have changed"() {
        given:
        file('src/list.js', 'export const main = () => 1')
        def hook = closure { }

        when:
        ['a', 'a', 'b'].each { build(request('src/list.main', packing: packing([], [hook], it))) }

        then:
        heard.count('building Fn') == 2
    }

    def "a failing hook is told at its line, with what it said"() {
        given:
        file('src/list.js', 'export const main = () => 1')

        when:
        def command = builds().build([request('src/list.main', packing: packing([new BuildHook.Command('echo no such thing; exit 3')], []))]).diagnostics()[0]
        def thrown = builds().build([request('src/list.main', packing: packing([], [closure { throw new IllegalStateException('oh') }]))]).diagnostics()[0]

        then:
        command.code() == Code.BUILD_FAILED
        command.summary() == "beforeBuild of function 'Fn' failed: echo no such thing; exit 3"
        command.detail() == 'no such thing'
        thrown.at().line() == 9
        thrown.detail().contains('oh')
    }

    def "files may not be copied to where the package is not"() {
        given:
        file('src/list.js', 'export const main = () => 1')
        file('a.txt', 'a')

        expect:
        builds().build([request('src/list.main', copyFiles: [new Packing.CopyFile('a.txt', to)])]).diagnostics()*.code() == [Code.INVALID_VALUE]

        where:
        to << ['/a.txt', '../a.txt']
    }

    def "python's install commands take pip's place, one shell for all of them"() {
        given:
        file('svc/requirements.txt', 'no-such-package-at-all==1')
        file('svc/a.py', 'def handler(e, c): pass')
        def options = new BuildOptions(NodeOptions.defaults(), ['export NAME=dep', 'echo x > $NAME.txt'], BuildOptions.JvmTask.USUAL)

        expect:
        entries(build(request('svc/a.handler', options: options)).zip()).containsAll(['a.py', 'dep.txt'])
    }
}
