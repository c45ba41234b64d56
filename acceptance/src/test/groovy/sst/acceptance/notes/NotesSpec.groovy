package sst.acceptance.notes

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import spock.util.concurrent.PollingConditions
import sst.acceptance.documents.Documents
import sst.acceptance.harness.Command
import sst.acceptance.harness.Project
import sst.acceptance.harness.Web

import java.nio.file.Files

/** The example's life, from the first deploy to its removal. */
@Stepwise
class NotesSpec extends Specification {

    @Shared
    @AutoCleanup
    Project notes = Project.example('notes')

    @Shared
    String kept

    def 'a deploy ends with the address of the API'() {
        when:
        def run = notes.deploy()

        then:
        run.out.contains('ApiUrl')
        run.out.contains(notes.outputs['dev-notes-api'].ApiUrl)
        notes.outputs['dev-notes-api'].ApiUrl.startsWith(notes.endpoint)
        notes.outputs['dev-notes-data'].TableName == 'dev-notes-Notes'
    }

    def 'all six routes answer'() {
        when:
        def created = web.post('/notes', '{"text": "milk and eggs"}')

        then:
        created.status == 201
        created.json.keySet() == ['id', 'text', 'createdAt'] as Set
        created.json.text == 'milk and eggs'

        when:
        def note = created.json
        kept = note.id
        def second = web.post('/notes', '{"text": "two"}').json

        then:
        web.get('/notes').json == [second, note]
        web.get("/notes/$note.id").json == note
        web.get('/stats').json == [notes: 2, words: 4, characters: 16, longest: 13]
        web.post('/preview', '{"text": "héé  x"}').json == [words: 2, characters: 6]

        when:
        def removed = web.delete("/notes/$second.id")

        then:
        removed.status == 204
        removed.body == ''
        web.get('/notes').json == [note]
    }

    def 'what a client does wrong is told with a status and a message: #method #path #body'() {
        expect:
        def reply = body == null ? web."$method"(path) : web."$method"(path, body)
        reply.status == status
        (reply.json.error ?: reply.json.message) == message

        where:
        method   | path           | body             || status | message
        'post'   | '/notes'       | '{'              || 400    | 'the body is not JSON'
        'post'   | '/notes'       | '[]'             || 400    | 'the body is not a JSON object'
        'post'   | '/notes'       | '{"text": " "}'  || 400    | 'text must be a string that is not empty'
        'get'    | '/notes/none'  | null             || 404    | 'there is no note none'
        'delete' | '/notes/none'  | null             || 404    | 'there is no note none'
        'post'   | '/preview'     | '{"text": 1}'    || 400    | 'text must be a string'
        'get'    | '/elsewhere'   | null             || 404    | 'Not Found'
    }

    def 'its scripts add notes and look at them'() {
        expect:
        script('seed', '--count', '2', '--text', 'a word').out == '2 notes into dev-notes-Notes\n'
        script('find', 'WORD').out.readLines()*.replaceFirst(/^\S+ +/, '') == ['a word 2', 'a word 1']
        script('longest', '--top', '1').out == '13  milk and eggs\n'
        script('report').out ==~ /day,notes,words\n\d{4}-\d\d-\d\d,3,9\n/
        script('find', 'eggs').out.contains('milk and eggs')
    }

    def 'the scripts of the documents do what they say'() {
        given:
        notes.write('scripts/count.jsh', snippet('java jshell'))
        notes.write('scripts/Show.java', snippet('java script'))
        notes.write('scripts/old.groovy', snippet('groovy script'))

        expect:
        script('count').out == '3 notes in dev\n'
        script('show', kept).out.contains('milk and eggs')
        notes.sst('run', 'show', 'none').run().exit == 1
        script('old').out == '0 of them removed from dev-notes-Notes\n'
        script('old', '--days', '-1').out == '3 of them removed from dev-notes-Notes\n'
        script('count').out == '0 notes in dev\n'

        cleanup:
        kept = web.post('/notes', '{"text": "milk and eggs"}').json.id
    }

    def 'notes survive a stop and a start of the local cloud'() {
        when:
        def stopped = notes.sst('local', 'stop').run()

        then:
        stopped.exit == 0
        notes.cloud == null

        when:
        web.get('/notes')

        then:
        thrown(ConnectException)

        when:
        def started = notes.sst('local', 'start').run()

        then:
        started.exit == 0
        web.get('/notes').json*.id == [kept]
    }

    def 'right after a deploy there is nothing to deploy'() {
        expect:
        notes.sst('diff', '--exit-code').run().exit == 0
    }

    def 'a changed handler is one change, named with its line in the config'() {
        given:
        notes.edit('src/get.ts', 'there is no note', 'no such note:')

        when:
        def diff = notes.sst('diff', '--exit-code').run()

        then:
        diff.exit == 10
        diff.out.contains('GET /notes/{id}')
        diff.out.contains("sst.config.groovy:${lineOf("'src/get.main'")}")
        !diff.out.contains('POST /notes')

        and:
        def summary = Project.JSON.readValue(notes.sst('diff', '--json').run().out.readLines().last(), Map)
        summary.subMap(['type', 'add', 'change', 'replace', 'destroy']) == [type: 'summary', add: 0, change: 1, replace: 0, destroy: 0]
    }

    def 'its deploy updates that one function'() {
        given:
        def before = codeHashes()

        when:
        notes.deploy()

        then:
        def after = codeHashes()
        def changed = after.findAll { name, hash -> before[name] != hash }.keySet()
        changed.size() == 1
        changed[0].contains('GET') || changed[0].contains('Lambda')
        after.keySet() == before.keySet()
        web.get('/notes/none').json.error == 'no such note: none'
        notes.sst('diff', '--exit-code').run().exit == 0
    }

    def 'a removal leaves no resource, process or port'() {
        given:
        def cloud = ProcessHandle.of(notes.cloud.pid as long).get()

        when:
        def removed = notes.sst('remove', '--yes').within(120).run()

        then:
        removed.exit == 0
        new PollingConditions(timeout: 10).eventually {
            assert !cloud.alive
            assert new Command('sh', '-c', "ps -eo args | grep -F '$notes.folder' | grep -v grep").run().out == ''
        }
        new ServerSocket(notes.port).withCloseable { it.bound }
        !Files.exists(notes.folder.resolve('.sst/local/cloud.json'))

        when:
        notes.sst('local', 'start').run()

        then:
        stacks().empty
        notes.awsJson('dynamodb', 'list-tables').TableNames == []
        notes.awsJson('lambda', 'list-functions').Functions == []
        notes.awsJson('apigatewayv2', 'get-apis').Items == []
    }

    private Command.Finished script(Object... args) {
        def run = notes.sst(*(['run'] + args.toList())).run()
        assert run.exit == 0
        run
    }

    private static String snippet(String kind) {
        Documents.snippets(kind).find { it.place.startsWith('docs/scripts.md') }.text
    }

    private Web getWeb() {
        new Web(notes.outputs['dev-notes-api'].ApiUrl)
    }

    private Map<String, String> codeHashes() {
        notes.awsJson('lambda', 'list-functions').Functions.collectEntries { [it.FunctionName, it.CodeSha256] }
    }

    private List<String> stacks() {
        notes.awsJson('cloudformation', 'list-stacks').StackSummaries
            .findAll { it.StackStatus != 'DELETE_COMPLETE' && it.StackName.startsWith('dev-notes') }*.StackName
    }

    private int lineOf(String text) {
        notes.read('sst.config.groovy').readLines().findIndexOf { it.contains(text) } + 1
    }
}
