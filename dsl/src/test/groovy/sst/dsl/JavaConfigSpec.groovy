package sst.dsl

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir
import sst.model.api.route.FunctionRoute
import sst.model.app.AppModel
import sst.model.app.Cloud
import sst.model.app.StageContext
import sst.model.diagnostic.Code

class JavaConfigSpec extends Specification {

    static final String NOTES = '''\
// the notes app, in Java
app(a -> a
        .name("notes")
        .cloud(stage().equals("prod") ? "aws" : "local")
        .tag("team", "web"));

var memory = 512;

/** Routes that every thing of the app has. */
void crud(ApiBlock api, String things) {
    api.route("GET /" + things, "src/list.main")
            .route("POST /" + things, f -> f.handler("src/create.main").memorySize(memory).timeout("20 seconds"));
}

Table notes;

stack("data", s -> {
    notes = s.table("Notes", t -> t
            .field("userId", "string")
            .field("noteId", STRING)
            .primaryIndex(i -> i.partitionKey("userId").sortKey("noteId"))
            .globalIndex("byNote", Map.of("partitionKey", "noteId")));
});

stack("api", s -> {
    var api = s.api("Api", a -> crud(a, "notes"));
    api.bind(s.use("data").get("Notes", Table.class));
    s.output("Url", api.getUrl());
});
'''

    @TempDir
    Path root

    def printed = new StringWriter()

    def 'a config in Java makes the model that the same one in Groovy makes'() {
        when:
        def java = model(NOTES)
        def groovy = groovy '''
            app { name 'notes'; cloud 'local'; tags team: 'web' }
            stack('data') {
                table('Notes') {
                    fields userId: 'string', noteId: STRING
                    primaryIndex partitionKey: 'userId', sortKey: 'noteId'
                    globalIndexes byNote: [partitionKey: 'noteId']
                }
            }
            stack('api') {
                def made = api('Api') {
                    routes {
                        get '/notes', 'src/list.main'
                        post('/notes') { handler 'src/create.main'; memorySize 512; timeout '20 seconds' }
                    }
                }
                made.bind use('data').Notes
                outputs Url: made.url
            }
        '''

        then:
        java.name() == 'notes'
        java.props() == groovy.props()
        java.props().cloud() == Cloud.LOCAL
        java.stacks()*.name() == groovy.stacks()*.name()
        java.stacks()*.outputs() == groovy.stacks()*.outputs()
        java.stacks()*.dependsOn() == groovy.stacks()*.dependsOn()
        java.stack('data').get().constructs()*.props() == groovy.stack('data').get().constructs()*.props()
        FunctionRoute post = java.stack('api').get().constructs()[0].props().routes()['POST /notes']
        post.function().props().timeout() == Duration.ofSeconds(20)
    }

    def 'the line of the specification is a config'() {
        expect:
        model('app("notes").region("us-east-1").stack("api", s -> s.api("Api", a -> a.route("GET /notes", "src/list.main")))')
                .stack('api').get().constructs()[0].at().toString() == 'sst.config.jsh:1'
    }

    def 'constructs and routes know the lines that make them, whatever stands before them'() {
        when:
        def app = model(NOTES)

        then:
        app.stack('data').get().constructs()[0].at().line() == 18
        app.stack('data').get().at().line() == 17
        app.stack('api').get().constructs()[0].at().line() == 26
        app.stack('api').get().constructs()[0].props().routes()['POST /notes'].function().at().line() == 12
    }

    def 'an unchanged file is not compiled again'() {
        given:
        def first = model(NOTES)
        def kept = Files.list(root.resolve('cache')).toList()
        def time = Files.getLastModifiedTime(kept[0])

        when:
        def second = model(NOTES)

        then:
        kept.size() == 1
        Files.list(root.resolve('cache')).toList() == kept
        Files.getLastModifiedTime(kept[0]) == time
        second == first
        second.stack('api').get().constructs()[0].at().line() == 26
    }

    def 'what the compiler refuses is told at its line and column, all at once'() {
        expect:
        errors(text)*.with { "${at().line()}:${at().column()} ${summary()} | ${hint()}".toString() } == expected

        where:
        text | expected
        'app("x");\nstack("s", s -> s.table("T", t -> t.feld("a", "string")));' |
                ["2:37 table has no 'feld' | did you mean 'field'?"]
        'app("x");\nstack("s", s -> s.function("F", f -> f\n    .handler("a.b")\n    .memorySiz(5)));' |
                ["4:6 function has no 'memorySiz' | did you mean 'memorySize'?"]
        'app("x");\nstack("s", s -> s.quue("Q"));\nstack("t", s -> s.buckt("B"));' |
                ["2:19 stack has no 'quue' | did you mean 'queue'?", "3:19 stack has no 'buckt' | did you mean 'bucket'?"]
        'app("x");\nstack("s", s -> s.function("F", f -> f.memory(5)));' | ["2:40 function has no 'memory' | write memorySize"]
        'app("x" + stage);' | ["1:11 'stage' is not known here | write stage()"]
        'app("x");\ntable("T");' | ["2:1 'table' is not known here | write it in a stack: stack(\"name\", s -> s.table(\"Id\", …))"]
        'stak("x", s -> {});' | ["1:1 'stak' is not known here | did you mean 'stack'?"]
        'app("x");\nint n = "text";' | ['2:9 incompatible types: java.lang.String cannot be converted to int | ']
        'app("x");\nvoid f() { nowhere(); }\nf();' | ["2:12 'nowhere' is not known here | known here: app, stack, include"]
        'app("x");\nstack("s", s -> {\n' | ["2:1 the file ends before this does | close what is opened here, and end it with ';'"]
        '/exit\n' | ['1:1 commands of JShell mean nothing in a config | remove it']
    }

    def 'what the model refuses is told at the line that says it'() {
        expect:
        with(errors(text)[0]) {
            code() == expectedCode
            at().toString() == place
            summary().contains(words)
        }

        where:
        text | expectedCode | place | words
        'app("x");\nstack("s", s -> {\n  s.bucket("B");\n  s.bucket("B");\n});' | Code.DUPLICATE_ID | 'sst.config.jsh:4:13' | 'B'
        'app("x");\nstack("s", s ->\n  s.function("F", f -> f.handler("a.b").timeout("soon")));' | Code.WRONG_TYPE | 'sst.config.jsh:3:41' | "'timeout'"
        'app("x");\nstack("s", s -> s.use("none"));' | Code.UNKNOWN_STACK | 'sst.config.jsh:2:24' | "'none'"
        'app("x");\nstack("s", s -> {\n  throw new IllegalStateException("my own");\n});' | Code.EVALUATION | 'sst.config.jsh:3:3' | 'my own'
        'app("x");\nSystem.exit(3);' | Code.UNSUPPORTED | 'sst.config.jsh:2:1' | 'a config cannot exit'
    }

    def 'files of both languages include each other'() {
        given:
        file 'stacks/web.groovy', "stack('web') { bucket 'Site' }"
        file 'stacks/jobs.jsh', 'stack("jobs", s -> s.queue("Q"));'

        when:
        def app = model('app("x");\ninclude("stacks/*");')

        then:
        app.stacks()*.name() == ['jobs', 'web']
        app.stack('jobs').get().constructs()[0].at().file() == 'stacks/jobs.jsh'
    }

    def 'what the config prints never goes to stdout'() {
        when:
        model('app("x");\nstack("s", s -> s.bucket("B"));\nSystem.out.println("one");\nprintln("two");\nSystem.out.print("three");')

        then:
        printed.toString() == 'one\ntwo\nthree'
    }

    private AppModel model(String text) {
        file 'sst.config.jsh', text
        evaluate('sst.config.jsh').orThrow()
    }

    private AppModel groovy(String text) {
        file 'sst.config.groovy', text
        evaluate('sst.config.groovy').orThrow()
    }

    private List errors(String text) {
        file 'sst.config.jsh', text
        evaluate('sst.config.jsh').diagnostics()
    }

    private Evaluated evaluate(String file) {
        ConfigEvaluator.evaluate(new ConfigRequest(
                root, file, new StageContext('dev', [:], '', false), root.resolve('cache'), new PrintWriter(printed, true)))
    }

    private void file(String name, String text) {
        def path = root.resolve(name)
        Files.createDirectories(path.parent)
        Files.writeString(path, text)
    }
}
