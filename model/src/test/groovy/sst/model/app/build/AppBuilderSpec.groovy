package sst.model.app.build

import java.time.Duration
import java.util.function.Consumer
import spock.lang.Specification
import sst.model.api.route.FunctionRoute
import sst.model.app.StageContext
import sst.model.diagnostic.Code
import sst.model.diagnostic.UserError
import sst.model.function.FunctionDefinition
import sst.model.function.FunctionRuntime
import sst.model.schema.written.Size
import sst.model.table.FieldType
import sst.model.table.TableBlock

class AppBuilderSpec extends Specification {

    def builder = new AppBuilder(new StageContext('dev', [:], '', false))

    def 'a whole app is built by the fluent form that Java and JShell use'() {
        when:
        builder.app('notes').region('eu-west-1')
        builder.stack('data', { StackBlock s ->
            s.table('Notes', { TableBlock t -> t.fields(noteId: 'string').primaryIndex(partitionKey: 'noteId') } as Consumer)
        } as Consumer)
        builder.stack('api', { StackBlock s ->
            def notes = s.use('data').get('Notes')
            def api = s.api('Api', [routes: ['GET /notes': 'src/list.main'], defaults: [function: [bind: notes, timeout: '20 seconds']]])
            s.outputs(ApiUrl: api.url)
        } as Consumer)
        def app = builder.build('hash')

        then:
        app.name() == 'notes'
        app.props().region() == 'eu-west-1'
        app.stacks()*.name() == ['data', 'api']
        app.stack('data').get().constructs()[0].props().fields() == [noteId: FieldType.STRING]
        app.stack('api').get().dependsOn() == ['data']
        app.stack('api').get().outputs() == [ApiUrl: '${sst:api:Api:Api:url}']
        def props = app.stack('api').get().constructs()[0].props()
        props.defaults().function().timeout() == Duration.ofSeconds(20)
        props.defaults().function().bind()[0].target().id() == 'Notes'
        (props.routes()['GET /notes'] as FunctionRoute).function() instanceof FunctionDefinition.Inline
    }

    def 'map, body and assignment give the same table'() {
        expect:
        tableOf { it.table('Notes', props) } == tableOf { it.table('Notes', [fields: [id: 'string'], primaryIndex: [partitionKey: 'id']]) }

        where:
        props << [
            { TableBlock t -> t.fields(id: 'string'); t.primaryIndex { it.partitionKey('id') } } as Consumer,
            { TableBlock t -> t.fields = [id: FieldType.STRING]; t.primaryIndex = [partitionKey: 'id'] } as Consumer,
        ]
    }

    def 'an app without a name and a table without a key are reported together'() {
        when:
        builder.stack('data', { it.table('Notes', [fields: [id: 'string']]) } as Consumer)
        builder.build('')

        then:
        def error = thrown(UserError)
        error.diagnostics()*.code() == [Code.NO_APP, Code.MISSING_PROP]
        error.diagnostics()[1].summary() == "table 'Notes' needs 'primaryIndex'"
    }

    def 'wrong values are refused with what was expected: #expected'() {
        when:
        tableOf { it.function('F', [handler: 'x.y'] + props) }

        then:
        def error = thrown(UserError)
        with(error.diagnostics()[0]) {
            code() == expectedCode
            summary() == expected
            hint() == expectedHint
        }

        where:
        props                    || expectedCode          | expected                                                                        | expectedHint
        [timeout: 'abc']         || Code.WRONG_TYPE       | "'timeout' of function 'F': expected a duration such as '10 seconds', got 'abc'" | ''
        [memorySize: true]       || Code.WRONG_TYPE       | "'memorySize' of function 'F': expected a size such as '512 MB', got true"       | ''
        [memorySiz: 1]           || Code.UNKNOWN_PROPERTY | "function 'F' has no prop 'memorySiz'"                                          | "did you mean 'memorySize'?"
        [bind: 'Notes']          || Code.WRONG_TYPE       | "'bind' of function 'F': expected a construct that can be bound, or [construct, 'read'], got 'Notes'" | "keep the construct in a variable, or name it by use('stack').Id"
    }

    def 'a wrong enum value lists the choices and the nearest'() {
        when:
        tableOf { it.function('F', [handler: 'x.y', runtime: 'nodejs22']) }

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].summary().contains("expected one of container, rust, nodejs16.x")
        error.diagnostics()[0].hint() == "did you mean 'nodejs22.x'?"
    }

    def 'ids are unique per class, with - and _ equal, parameters and secrets together'() {
        when:
        tableOf { s -> s.secret('API_KEY'); s.parameter('API-KEY', [value: 'x']) }

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].code() == Code.DUPLICATE_ID
    }

    def 'stacks that need each other are named with their path'() {
        when:
        builder.app('notes')
        builder.stack('a', { } as Consumer)
        builder.stack('b', { it.dependsOn('a') } as Consumer)
        builder.stack('a', { it.dependsOn('b') } as Consumer)
        builder.build('')

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].code() == Code.CIRCULAR_STACKS
        error.diagnostics()[0].summary().contains('a → b → a')
    }

    def 'what is bound to a function that another stack added is needed by that stack alone'() {
        given:
        builder.app('notes')
        builder.stack('a', { it.api('Api') } as Consumer)
        builder.stack('b', {
            def api = it.use('a').get('Api')
            def notes = it.table('Notes', [fields: [id: 'string'], primaryIndex: [partitionKey: 'id']])
            api.addRoutes(it, ['GET /notes': 'src/list.main'])
            api.bindToRoute('GET  /notes', notes)
            it.outputs(Url: api.url)
        } as Consumer)

        expect:
        builder.build('').stacks().collectEntries { [it.name(), it.dependsOn()] } == [a: [], b: ['a']]
    }

    def 'unknown stacks and constructs come with a suggestion'() {
        when:
        builder.stack('data', { it.secret('KEY') } as Consumer)
        builder.stack('api', { it.use(stack).get(id) } as Consumer)

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].code() == code
        error.diagnostics()[0].hint() == "did you mean '$meant'?"

        where:
        stack  | id    || code                   | meant
        'dato' | 'KEY' || Code.UNKNOWN_STACK     | 'data'
        'data' | 'KYE' || Code.UNKNOWN_CONSTRUCT | 'KEY'
    }

    def 'function defaults of app and stack add up, the nearer one wins'() {
        when:
        builder.app({ it.name('notes').defaults(function: [timeout: 10, environment: [A: '1', B: '1'], runtime: 'python3.12']) } as Consumer)
        builder.stack('api', { it.defaults({ d -> d.function(timeout: 20, environment: [B: '2']) } as Consumer); it.function('F', [handler: 'a.b']) } as Consumer)
        def defaults = builder.build('').stacks()[0].functionDefaults()

        then:
        defaults.timeout() == Duration.ofSeconds(20)
        defaults.environment() == [A: '1', B: '2']
        defaults.runtime() == FunctionRuntime.PYTHON312
    }

    def 'defaults that bind make only stacks with functions need what is bound'() {
        given:
        builder.app('notes')
        builder.stack('data', { stack ->
            def key = stack.secret('KEY')
            builder.app({ it.defaults(function: [bind: key]) } as Consumer)
        } as Consumer)
        builder.stack('more', { it.topic('News') } as Consumer)
        builder.stack('api', { it.cron('Daily', [schedule: 'rate(1 day)', job: 'a.b']) } as Consumer)

        expect:
        builder.build('').stacks()*.dependsOn() == [[], [], ['data']]
    }

    def 'the account and region of a stack are not set by env'() {
        when:
        builder.stack([env: [account: '123', region: 'us-east-1']], 'data', { } as Consumer)

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].summary() == "stack 'data' cannot set 'env'"
        error.diagnostics()[0].hint() == 'write region here, and account or profile in the app block'
    }

    def 'declared defaults are the ones that constructs use'() {
        when:
        def props = sst.model.function.FunctionBlock.SCHEMA.withDefaults(new sst.model.function.FunctionBlock().handler('a.b').partial())

        then:
        props.memorySize() == Size.ofMegabytes(1024)
        props.timeout() == Duration.ofSeconds(10)
        props.runtime() == null
        props.handler() == 'a.b'
    }

    private ConstructOf tableOf(Closure body) {
        def builder = new AppBuilder(new StageContext('dev', [:], '', false))
        builder.app('notes')
        builder.stack('data', body as Consumer)
        new ConstructOf(builder.build('').stacks()[0].constructs()[0].props())
    }

    @groovy.transform.EqualsAndHashCode
    @groovy.transform.TupleConstructor
    static class ConstructOf {
        Object props
    }
}
