package sst.acceptance.notes

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import sst.acceptance.harness.Project
import sst.acceptance.harness.Repository
import sst.acceptance.harness.Web

import java.nio.file.Files
import java.nio.file.Path

/** The example in Java: a config that JShell reads, and Java behind every route. */
@Stepwise
class NotesJavaSpec extends Specification {

    @Shared
    @AutoCleanup
    Project notes = Project.of(Repository.file('examples/notes-java'))

    def 'a deploy ends with the address of the API'() {
        expect:
        notes.deploy().out.contains(notes.outputs['dev-notes-java-api'].ApiUrl)
    }

    def 'the routes of the other notes answer as they do there'() {
        when:
        def created = web.post('/notes', '{"text": "milk and eggs"}')
        def second = web.post('/notes', '{"text": "two"}').json

        then:
        created.status == 201
        created.json.keySet() == ['id', 'text', 'createdAt'] as Set
        web.get('/notes').json == [second, created.json]
        web.get("/notes/$second.id").json == second
        web.get('/stats').json == [notes: 2, words: 4, characters: 16, longest: 13]
        web.post('/preview', '{"text": "héé  x"}').json == [words: 2, characters: 6]

        when:
        def removed = web.delete("/notes/$second.id")

        then:
        removed.status == 204
        web.get('/notes').json == [created.json]
        web.get('/notes/none').json == [error: 'there is no note none']
        web.post('/notes', '{"text": " "}').json == [error: 'text must be a string that is not empty']
        web.post('/notes', '[]').json == [error: 'the body is not a JSON object']
    }

    def 'right after a deploy there is nothing to deploy'() {
        expect:
        notes.sst('diff', '--exit-code').run().exit == 0
    }

    def 'a change is named with its line in the config'() {
        given:
        notes.edit('sst.config.jsh', 'handler(f, "Get"))', '{ handler(f, "Get"); f.memorySize(512); })')

        when:
        def diff = notes.sst('diff', '--exit-code').run()

        then:
        diff.exit == 10
        diff.out.contains('Api/GET /notes/{id}')
        diff.out.contains("sst.config.jsh:${lineOf('GET /notes/{id}')}")
        diff.out.contains('0 add, 1 change, 0 replace, 0 destroy')
    }

    def 'its mistakes are told at their lines'() {
        given:
        notes.edit('sst.config.jsh', 'f.memorySize(512)', 'f.memorySiz(512)')

        when:
        def diff = notes.sst('diff').run()

        then:
        diff.exit == 1
        diff.err.contains("✖ function has no 'memorySiz'")
        diff.err.contains("sst.config.jsh:${lineOf('memorySiz')}:${notes.read('sst.config.jsh').readLines()[lineOf('memorySiz') - 1].indexOf('memorySiz') + 1}")
        diff.err.contains("hint: did you mean 'memorySize'?")

        cleanup:
        notes.edit('sst.config.jsh', 'f.memorySiz(512)', 'f.memorySize(512)')
    }

    def 'lint takes it, and refuses beside it a config in Groovy'() {
        expect:
        notes.sst('lint').run().exit == 0

        when:
        notes.write('sst.config.groovy', "app { name 'other' }")
        def both = notes.sst('lint').run()

        then:
        both.exit == 1
        both.err.contains('there are both sst.config.groovy and sst.config.jsh')

        cleanup:
        Files.delete(notes.folder.resolve('sst.config.groovy'))
    }

    def 'a line in Java changes the same model, on JDK #jdk'() {
        given:
        notes.write('lines.txt', LINES)

        when:
        def run = notes.sst('repl', '--lang', 'java', '-f', 'lines.txt').with(JAVA_HOME: home).within(120).run()

        then:
        run.exit == 0
        run.out == 'Notes\n42\n'
        run.err.contains('≈ 1 change pending   Api/GET /stats +memorySize')

        where:
        home << jdks()
        jdk = Path.of(home).fileName
    }

    private static final String LINES = '''\
        Notes.getId()
        int twice(int n) {
            return 2 * n;
        }
        edit(function("api.stats"), f -> f.memorySize(512))
        twice(21)
        '''.stripIndent()

    private static List<String> jdks() {
        def homes = [Path.of(System.getProperty('java.home'))]
        def system = Path.of('/usr/lib/jvm')
        if (Files.isDirectory(system)) {
            homes += Files.list(system).withCloseable { it.toList() }
        }
        homes.collect { it.toRealPath() }.toSet()
            .findAll { Files.isExecutable(it.resolve('bin/javac')) && Files.exists(it.resolve('release')) }
            .findAll { ((Files.readString(it.resolve('release')) =~ /JAVA_VERSION="(\d+)/)[0][1] as int) >= 17 }
            *.toString()
    }

    private Web getWeb() {
        new Web(notes.outputs['dev-notes-java-api'].ApiUrl)
    }

    private int lineOf(String text) {
        notes.read('sst.config.jsh').readLines().findIndexOf { it.contains(text) } + 1
    }
}
