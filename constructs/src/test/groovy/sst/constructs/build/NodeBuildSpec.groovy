package sst.constructs.build


import java.nio.file.Files

import sst.constructs.build.request.NodeOptions
import sst.constructs.build.request.Packing
import sst.model.diagnostic.Code

class NodeBuildSpec extends BuildSpecification {
    def "TypeScript becomes one module that node runs, with the handler's path kept"() {
        given:
        file('src/text.ts', 'export const shout = (s: string): string => s.toUpperCase()')
        file('src/list.ts', '''import { shout } from "./text"
            |export const main = async (event: { name: string }) => shout(event.name) + typeof require + (__dirname.length > 0)
            |'''.stripMargin())

        when:
        def built = build(request('src/list.main'))

        then:
        built.handler() == 'src/list.main'
        built.runtime() == 'nodejs22.x'
        entries(built.zip()) == ['src/list.mjs']

        when:
        def module = unzip(built.zip(), project.resolve('out')).resolve('src/list.mjs')

        then:
        run('node', '-e', "import('$module').then(m => m.main({name: 'notes'})).then(console.log)") == 'NOTESfunctiontrue'
    }

    def "nothing runs when nothing changed, and what changed is built again"() {
        given:
        def source = file('src/list.js', 'export const main = () => 1')

        when:
        def first = build(request('src/list.main'))
        def second = build(request('src/list.main'))

        then:
        heard == ['building Fn', 'reused Fn']
        second == first

        when:
        Files.writeString(source, 'export const main = () => 2')
        def third = build(request('src/list.main'))

        then:
        heard[2] == 'building Fn'
        third.hash() != first.hash()
    }

    def "a file that many functions are made from is read once, and again when it looks different"() {
        given:
        def shared = file('src/shared.js', 'export const hi = "hi"')
        file('src/a.js', 'import { hi } from "./shared"; export const main = () => hi')
        file('src/b.js', 'import { hi } from "./shared"; export const main = () => hi + "!"')
        def requests = [request('src/a.main', function: 'A'), request('src/b.main', function: 'B')]
        builds().build(requests)

        when: 'its content is known by size and time'
        def hashes = builds().inputHashes(requests)

        then:
        hashes.get()*.takeBefore(' ') == ['A', 'B']
        Files.readAllLines(project.resolve('.sst/artifacts/hashes'))*.split(' ')*.last() as Set ==
                ['src/a.js', 'src/b.js', 'src/shared.js'] as Set

        when: 'so a file that keeps both counts as unchanged'
        def time = Files.getLastModifiedTime(shared)
        Files.writeString(shared, 'export const hi = "ho"')
        Files.setLastModifiedTime(shared, time)

        then:
        builds().inputHashes(requests) == hashes

        when: 'the memory is lost'
        Files.delete(project.resolve('.sst/artifacts/hashes'))

        then:
        builds().inputHashes(requests).isEmpty()
    }

    def "a file that would now be found first counts as a change"() {
        given:
        file('src/lib/index.js', 'export const n = 1')
        file('src/list.js', 'import { n } from "./lib"; export const main = () => n')
        build(request('src/list.main'))

        when:
        file('src/lib.js', 'export const n = 2')
        build(request('src/list.main'))

        then:
        heard == ['building Fn', 'building Fn']
    }

    def "functions of one file share its bundle"() {
        given:
        file('src/notes.js', 'export const list = () => 1; export const get = () => 2')

        when:
        def results = builds().build([request('src/notes.list', function: 'L'), request('src/notes.get', function: 'G')])

        then:
        results.functions()*.value*.zip().unique().size() == 1
        results.functions()*.value*.handler() == ['src/notes.list', 'src/notes.get']
        heard == ['building L']
    }

    def "code that does not compile is reported at its own line and column"() {
        given:
        file('src/list.ts', 'export const main = () => 1\nconst x = = 2\n')

        when:
        def error = builds().build([request('src/list.main')]).diagnostics()[0]

        then:
        error.code() == Code.BUILD_FAILED
        error.at().toString() == 'src/list.ts:2:11'
        error.summary() == 'Unexpected "="'
        error.detail() == ''
    }

    def "a handler without a file names the folder and a near name"() {
        given:
        file('src/list.ts', 'export const main = () => 1')

        when:
        def error = builds().build([request('src/lst.main')]).diagnostics()[0]

        then:
        error.code() == Code.MISSING_FILE
        error.at().toString() == 'sst.config.groovy:7'
        error.summary() == "no file for handler 'src/lst.main'"
        error.detail() == "looked for lst.* in ${project.resolve('src')}"
        error.hint() == "did you mean 'src/list.main'?"
    }

    def "a function that the file does not export is named with a near one"() {
        given:
        file('src/list.ts', 'export const main = () => 1; export const other = () => 2')

        when:
        def error = builds().build([request('src/list.mian')]).diagnostics()[0]

        then:
        error.summary() == "src/list.ts has no 'mian' for handler 'src/list.mian'"
        error.hint() == "did you mean 'src/list.main'?"
        error.at().line() == 7
    }

    def "one function that fails does not keep another from being built"() {
        given:
        file('src/good.js', 'export const main = () => 1')

        when:
        def results = builds().build([request('src/none.main', function: 'Bad'), request('src/good.main', function: 'Good')])

        then:
        results.functions().keySet() == ['Good'] as Set
        results.diagnostics().size() == 1
    }

    def "CommonJS, minifying, source maps, loaders and copied files are as asked"() {
        given:
        file('src/list.js', 'import text from "./hi.txt"; export const main = () => { const longName = text; return longName }')
        file('src/hi.txt', 'hi')
        file('templates/mail.html', '<p>')
        def node = new NodeOptions('cjs', true, true, false, '/* mine */', [], ['.txt': 'text'], [])

        when:
        def built = build(request('src/list.main', node: node, copyFiles: [new Packing.CopyFile('templates', 't')]))
        def code = unzip(built.zip(), project.resolve('out')).resolve('src/list.cjs')

        then:
        entries(built.zip()) == ['src/list.cjs', 'src/list.cjs.map', 't/mail.html']
        Files.readString(code).startsWith('/* mine */')
        !Files.readString(code).contains('longName')
        run('node', '-p', "require('$code').main()") == 'hi'
    }

    def "packages are installed when there are none, saying so"() {
        given:
        file('lib/package.json', '{"name":"greeting","version":"1.0.0","main":"i.js"}')
        file('lib/i.js', 'module.exports = "hello"')
        file('services/package.json', '{"name":"services","dependencies":{"greeting":"file:../lib"}}')
        file('services/list.js', 'import g from "greeting"; export const main = () => g')

        when:
        def built = build(request('services/list.main'))

        then:
        heard == ['building Fn', 'installing packages of services: npm install --no-audit --no-fund']
        Files.exists(project.resolve('services/node_modules/greeting'))
        entries(built.zip()) == ['services/list.mjs']
    }
}
