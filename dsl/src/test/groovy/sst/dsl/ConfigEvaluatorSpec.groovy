package sst.dsl

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir
import sst.model.app.AppModel
import sst.model.app.Cloud
import sst.model.app.StageContext
import sst.model.api.route.FunctionRoute
import sst.model.diagnostic.Code
import sst.model.ref.Tokens
import sst.model.schema.written.Size
import sst.model.table.FieldType
import sst.model.value.Access

class ConfigEvaluatorSpec extends Specification {

    static final String SPECIFICATION = '''
            app {
                name   'notes'
                region stage == 'prod' ? 'eu-west-1' : 'us-east-1'
                cloud  stage == 'prod' ? 'aws' : 'local'
                removal stage == 'prod' ? 'retain' : 'destroy'
                protect stage == 'prod'
                tags    team: 'web'
                defaults { function { runtime 'nodejs22.x'; timeout '20 seconds' } }
            }
            stack('data') {
                table('Notes') {
                    fields userId: 'string', noteId: STRING
                    primaryIndex partitionKey: 'userId', sortKey: 'noteId'
                }
            }
            stack('api') {
                def data = use('data')
                def notesApi = api('Api') {
                    defaults { function { bind data.Notes } }
                    routes {
                        get    '/notes',      'src/list.main'
                        get('/notes/{id}') { handler 'src/get.main'; memorySize '256 MB' }
                        route  'DELETE /notes/{id}', handler: 'com.acme.Delete::handleRequest', runtime: 'java21', path: 'services/notes'
                    }
                    cdk {
                        httpApi description: 'foo', disableExecuteApiEndpoint: true
                        httpApi { scope -> scope }
                    }
                }
                data.Notes.cdk { table -> table }
                outputs ApiUrl: notesApi.url, Text: "at ${notesApi.url}/x"
            }
            include 'stacks/*.groovy'
        '''

    @TempDir
    Path root

    def printed = new StringWriter()

    def 'the language of the specification evaluates to a model'() {
        given:
        file 'stacks/extra.groovy', "stack('extra') { function 'Job', handler: 'src/job.main' }"

        when:
        def app = model SPECIFICATION

        then:
        with(app) {
            name() == 'notes'
            props().cloud() == Cloud.LOCAL
            props().region() == 'us-east-1'
            !props().protect()
            stacks()*.name() == ['data', 'api', 'extra']
            stack('api').get().functionDefaults().timeout() == Duration.ofSeconds(20)
            stack('api').get().dependsOn() == ['data']
        }
        with(app.stack('data').get().constructs()[0]) {
            props().fields() == [userId: FieldType.STRING, noteId: FieldType.STRING]
            props().primaryIndex().sortKey() == 'noteId'
            at().toString() == 'sst.config.groovy:12'
            hooks().size() == 1
        }
        with(app.stack('api').get()) {
            def api = constructs()[0].props()
            api.routes().keySet() as List == ['GET /notes', 'GET /notes/{id}', 'DELETE /notes/{id}']
            ((api.routes()['GET /notes/{id}'] as FunctionRoute).function().props().memorySize() == Size.ofMegabytes(256))
            ((api.routes()['DELETE /notes/{id}'] as FunctionRoute).function().props().path() == 'services/notes')
            api.defaults().function().bind()[0].target().id() == 'Notes'
            api.cdk()['httpApi'].props() == [description: 'foo', disableExecuteApiEndpoint: true]
            api.cdk()['httpApi'].factory().get().action().apply('scope') == 'scope'
            Tokens.segments(outputs().Text).size() == 3
        }
        app.stack('extra').get().constructs()[0].at().toString() == 'stacks/extra.groovy:1'
    }

    def 'what stands around a function may be written as a block, a map or both ways of both: #form'() {
        when:
        def route = model("app { name 'x' }\nstack('s') { api('A') { routes { $form } } }").stacks()[0].constructs()[0].props().routes()['GET /x']

        then:
        route.authorizer() == 'iam'
        route.function().props().handler() == 'a.b'
        route.function().props().timeout() == Duration.ofSeconds(5)

        where:
        form << ["get('/x') { handler 'a.b'; timeout 5; authorizer 'iam' }",
                 "get('/x') { function { handler 'a.b'; timeout '5 seconds' }; authorizer = 'iam' }",
                 "get '/x', function: [handler: 'a.b', timeout: 5], authorizer: 'iam'",
                 "get '/x', handler: 'a.b', timeout: 5, authorizer: 'iam'",
                 "route('GET /x') { type 'function'; function handler: 'a.b', timeout: 5; authorizer 'iam' }"]
    }

    def 'other kinds of routes, consumers and subscribers are blocks too'() {
        when:
        def constructs = model('''
            app { name 'x' }
            stack('s') {
                api('A') {
                    routes { get('/u') { type 'url'; url 'https://acme.com' } }
                    authorizers { tokens { type 'jwt'; jwt { issuer 'https://i'; audience 'web' } } }
                    customDomain { domainName 'api.acme.com'; path 'v1' }
                }
                def jobs = queue('Q') { consumer { function 'a.b'; cdk eventSource: [batchSize: 5] } }
                topic('T') { subscribers { work { queue jobs } } }
                queue('R') { consumer { handler 'a.b'; cdk function: [reservedConcurrentExecutions: 1] } }
                webSocketApi('W') { routes { '$connect' { function 'a.b'; returnResponse true } } ; authorizer 'iam' }
            }
        ''').stacks()[0].constructs()*.props()

        then:
        constructs[0].routes()['GET /u'].url() == 'https://acme.com'
        constructs[0].authorizers().tokens.jwt().audience() == ['web']
        constructs[0].customDomain().path() == 'v1'
        constructs[1].consumer().cdk().eventSource.props() == [batchSize: 5]
        constructs[2].subscribers().work.queue().id().id() == 'Q'
        constructs[3].consumer().function().props().cdk()['function'].props() == [reservedConcurrentExecutions: 1]
        constructs[4].routes()['\$connect'].returnResponse()
    }

    def 'block, named arguments and assignment write the same props: #form'() {
        expect:
        def function = model("app { name 'x' }\nstack('s') { $form }").stacks()[0].constructs()[0].props()
        function.handler() == 'a.b'
        function.timeout() == Duration.ofSeconds(30)
        function.environment() == [A: '1']

        where:
        form << [
            "function('F') { handler 'a.b'; timeout '30 seconds'; environment A: '1' }",
            "function 'F', handler: 'a.b', timeout: 30, environment: [A: '1']",
            "function('F') { handler = 'a.b'; timeout = '30 seconds'; environment = [A: '1'] }",
            "function('F', timeout: 30) { handler 'a.b'; environment { A '1' } }",
            "function('F') { f -> f.handler 'a.b'; f.timeout 30; f.environment A: '1' }",
            "def seconds = 30; ['a.b'].each { h -> function('F') { handler h; timeout seconds; environment A: 1.toString() } }",
        ]
    }

    def 'bindings add up and take less than everything when asked'() {
        when:
        def app = model '''
            app { name 'x' }
            stack('s') {
                def notes = table('Notes') { fields id: 'string'; primaryIndex partitionKey: 'id' }
                def key = secret('KEY')
                function('F') { handler 'a.b'; bind notes, 'read'; link key; permissions 's3:GetObject', 'ses' }
            }
        '''
        def function = app.stacks()[0].constructs()[2].props()

        then:
        function.bind()*.target()*.id() == ['Notes', 'KEY']
        function.bind()*.access() == [Access.READ, Access.ALL]
        function.permissions()*.iamAction() == ['s3:GetObject', 'ses:*']
    }

    def 'mistakes are told at line and column, with what to write: #mistake'() {
        when:
        def evaluated = evaluate("app { name 'x' }\nstack('data') { secret 'KEY' }\nstack('s') {\n  $mistake\n}\n")

        then:
        evaluated.app().empty
        with(evaluated.diagnostics()[0]) {
            at().line() == 4
            at().column() == expectedColumn
            code() == expectedCode
            summary() == expectedSummary
            hint() == expectedHint
        }

        where:
        mistake                                              || expectedColumn | expectedCode           | expectedSummary                                                          | expectedHint
        "function('F') { handlr 'a.b' }"                     || 19             | Code.UNKNOWN_METHOD    | "function 'F' has no 'handlr'"                                           | "did you mean 'handler'?"
        "function 'F', handlr: 'a.b'"                        || 17             | Code.UNKNOWN_PROPERTY  | "function 'F' has no prop 'handlr'"                                      | "did you mean 'handler'?"
        "function('F') { handler 'a.b'; timeout 'abc' }"     || 34             | Code.WRONG_TYPE        | "'timeout' of function 'F': expected a duration such as '10 seconds', got 'abc'" | ''
        "function('F') { handler 'a.b'; tiemout = 3 }"       || 34             | Code.UNKNOWN_PROPERTY  | "function 'F' has no prop 'tiemout'"                                     | "did you mean 'timeout'?"
        "functoin('F') { handler 'a.b' }"                    || 3              | Code.UNKNOWN_METHOD    | "stack 's' has no 'functoin'"                                            | "did you mean 'function'?"
        "function('F') { handler 'a.b'; region 'x' }"        || 34             | Code.UNKNOWN_METHOD    | "function 'F' has no 'region'"                                           | "'region' belongs to app { }"
        "function('F') { table 'T' }"                        || 19             | Code.UNKNOWN_METHOD    | "function 'F' has no 'table'"                                            | "'table' makes a construct: write it directly in a stack block"
        "use('dat').KEY"                                     || 8              | Code.UNKNOWN_STACK     | "no stack 'dat' was written before this line"                            | "did you mean 'data'?"
        "use('data').KYE"                                    || 15             | Code.UNKNOWN_CONSTRUCT | "stack 'data' has no construct 'KYE'"                                    | "did you mean 'KEY'?"
        "function('F') { handler stge }"                     || 27             | Code.UNKNOWN_PROPERTY  | "'stge' is not known in function 'F'"                                    | "did you mean 'stage'?"
        "secret('A'); secret('A')"                           || 11             | Code.DUPLICATE_ID      | "there is already a Secret 'A', at sst.config.groovy:4"                  | 'give it another id'
        "def f = function 'F', handler: 'a.b'; f.functionNme" || 43            | Code.UNKNOWN_PROPERTY  | "function has no value 'functionNme'"                                    | "did you mean 'functionName'?"
        "def f = function 'F', handler: 'a.b'; f.bnd f"       || 43            | Code.UNKNOWN_METHOD    | "function has no method 'bnd'"                                           | "did you mean 'bind'?"
        "api('A') { routes { get '/x', 3 } }"                 || 23            | Code.WRONG_TYPE        | "routes: 'GET /x': expected a handler such as 'src/list.main', a function, or a block of function props, got 3" | ''
        "api('A') { routes { route 'FETCH /x', 'a.b' } }"     || 23            | Code.WRONG_TYPE        | "routes: 'FETCH' is not a method that route 'FETCH /x' can have"           | 'use one of ANY, GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS'
        "null.foo"                                            || 3             | Code.EVALUATION        | "NullPointerException: Cannot get property 'foo' on null object"         | ''
        "throw new IllegalStateException('no')"               || 3             | Code.EVALUATION        | "IllegalStateException: no"                                              | ''
        "region = 'x'"                                        || 3             | Code.UNKNOWN_PROPERTY  | "stack 's' has no prop 'region'"                                         | "write 'def region = …' for a variable"
        "function('F') { }"                                   || 3             | Code.MISSING_PROP      | "function 'F' needs 'handler'"                                           | "write handler 'src/list.main'"
    }

    def 'mistakes at the top level are told too: #text'() {
        when:
        def evaluated = evaluate(text)

        then:
        evaluated.diagnostics()[0].code() == code
        evaluated.diagnostics()[0].at().toString() == at
        evaluated.diagnostics()[0].hint() == hint

        where:
        text                              || code                | at                      | hint
        "app { name 'x' }\nstak('s') { }" || Code.UNKNOWN_METHOD | 'sst.config.groovy:2:1' | "did you mean 'stack'?"
        "table('T') { }"                  || Code.UNKNOWN_METHOD | 'sst.config.groovy:1:1' | "write it in a stack: stack('name') { table('Id') { … } }"
        "app { name stge }"               || Code.UNKNOWN_PROPERTY | 'sst.config.groovy:1:12' | "did you mean 'stage'?"
        "println stge"                    || Code.UNKNOWN_PROPERTY | 'sst.config.groovy:1:9' | "did you mean 'stage'?"
        "include 'nothing.groovy'"        || Code.MISSING_FILE   | 'sst.config.groovy:1:1' | 'the path is relative to sst.config.groovy'
        "stack('1x') { }"                 || Code.INVALID_NAME   | 'sst.config.groovy:1:8' | "use letters, digits and '-', beginning with a letter"
    }

    def 'an assertion that does not hold is told at its line, with its values'() {
        when:
        def error = evaluate("app { name 'x' }\nassert stage == 'prod'\nstack('s') { secret 'K' }").diagnostics()[0]

        then:
        error.at().toString() == 'sst.config.groovy:2:1'
        error.summary() == 'an assertion does not hold'
        error.detail().readLines()[0] == "assert stage == 'prod'"
        error.detail().contains('dev')
    }

    def 'every wrong prop of a file is told in one run'() {
        when:
        def evaluated = evaluate '''app { name 'x'; regin 'y' }
            stack('s') {
                function('F') { handler 'a.b'; timeout 'soon' }
                table('T') { fields id: 'text'; primaryIndex partitionKey: 'id' }
            }
        '''

        then:
        evaluated.diagnostics()*.at()*.line() == [1, 3, 4]
    }

    def 'a syntax error names line and column'() {
        when:
        def evaluated = evaluate("app { name 'x' }\nstack('s') {\n  def 3x = 1\n}\n")

        then:
        with(evaluated.diagnostics()[0]) {
            code() == Code.SYNTAX
            at().line() == 3
            at().column() > 1
        }
    }

    def 'a bracket too many is found where it is: #text'() {
        when:
        def evaluated = evaluate(text)

        then:
        evaluated.diagnostics()*.at()*.toString() == [at]
        evaluated.diagnostics()[0].summary() == "this '$bracket' closes nothing"

        where:
        text                                                                              || at                       | bracket
        "app { name 'x' }\nstack('s') { }\n}\n"                                           || 'sst.config.groovy:3:1'  | '}'
        "app { name 'x' }\nstack('s') {\n  function('F') { environment A: '1'], B: '2' }\n}" || 'sst.config.groovy:3:37' | ']'
    }

    def 'an unknown call as an argument is one mistake, not two'() {
        when:
        def evaluated = evaluate("""app { name 'x' }
            |stack('s') {
            |  api('Api') { routes { get '/x', nowhere('src/a.main') } }
            |  function('F') { handler nowhere('a').or.there }
            |}""".stripMargin())

        then:
        evaluated.diagnostics()*.summary() == ["routes has no 'nowhere'", "function 'F' has no 'nowhere'"]
    }

    def 'null in place of a handler is told as such'() {
        when:
        def evaluated = evaluate("app { name 'x' }\nstack('s') { api('Api') { routes { get '/x', null } } }")

        then:
        evaluated.diagnostics()*.code() == [Code.WRONG_TYPE]
    }

    def 'a bracket that is never closed is found where it was opened: #text'() {
        when:
        def evaluated = evaluate(text)

        then:
        evaluated.diagnostics()*.at()*.toString() == [at]
        evaluated.diagnostics()[0].summary() == "this '$bracket' is never closed"

        where:
        text                                                        || at                       | bracket
        "app { name 'x' }\nstack('s') {\n"                          || 'sst.config.groovy:2:12' | '{'
        "app { name 'x' }\nstack('s') {\n  secret('}'\n}\n"         || 'sst.config.groovy:3:9'  | '('
        "app { name 'x' }\nstack('s') { secrets(['a', \"\${1}\") }\n" || 'sst.config.groovy:2:22' | '['
    }

    def 'an unchanged file is not compiled again, a changed one is'() {
        given:
        def source = "app { name 'x' }\nstack('s') { secret 'KEY' }"

        when:
        model(source)
        def first = Files.list(root.resolve('.sst/cache')).toList()
        model(source)
        def second = Files.list(root.resolve('.sst/cache')).toList()
        model(source + '\n')

        then:
        first == second
        first.count { it.toString().endsWith('.classes') } == 1
        Files.list(root.resolve('.sst/cache')).toList().count { it.toString().endsWith('.classes') } == 2
    }

    def 'a broken cache entry is compiled anew'() {
        given:
        def source = "app { name 'x' }\nstack('s') { secret 'KEY' }"
        model(source)
        Files.list(root.resolve('.sst/cache')).forEach { it.toFile().bytes = [1, 2, 3] as byte[] }

        expect:
        model(source).name() == 'x'
    }

    def 'classes beside the config, closures in variables and environment can be used'() {
        given:
        file 'stacks/WebStack.groovy', "class WebStack { static String handler() { 'src/web.main' } }"

        when:
        def app = model '''
            def web = { function 'Web', handler: WebStack.handler(), environment: [KEY: env.KEY, LOCAL: "$isLocal"] }
            app name: 'x', cloud: 'local'
            stack 'web', region: 'eu-west-1', web
        '''

        then:
        app.stacks()[0].options().region() == 'eu-west-1'
        app.stacks()[0].constructs()[0].props().handler() == 'src/web.main'
        app.stacks()[0].constructs()[0].props().environment() == [KEY: 'from env', LOCAL: 'true']
    }

    def 'prints of the config do not reach the results'() {
        when:
        model "println 'top'\napp { name 'x'; println 'inner' }\nstack('s') { println stage; secret 'K' }"

        then:
        printed.toString().readLines() == ['top', 'inner', 'dev']
    }

    def 'the function behind a route can be told more, and named elsewhere'() {
        when:
        def app = model '''
            app { name 'x' }
            stack('s') {
                def key = secret('KEY')
                def a = api('A') { routes { get '/n/{id}', 'a.b' } }
                a.getFunction('GET /n/{id}').bind key
                a.cdk { it }
                outputs Name: a.getFunction('GET /n/{id}').functionName
            }
        '''

        then:
        app.stacks()[0].constructs()[1].attachments()*.target() == ['GET /n/{id}']
        app.stacks()[0].constructs()[1].hooks()[0].action().apply('object') == 'object'
        Tokens.refsIn(app.stacks()[0].outputs())*.target()*.id() == ['A/GET /n/{id}']
    }

    def 'parameters and secrets can be made many at once'() {
        expect:
        model("app { name 'x' }\nstack('s') { parameters A: '1', B: '2'; secrets 'C', 'D' }")
                .stacks()[0].constructs()*.id()*.id() == ['A', 'B', 'C', 'D']
    }

    def 'raw CDK code is kept for later and its values can be referred to'() {
        when:
        def app = model '''
            app { name 'x' }
            stack('s') {
                def cluster = cdk { scope -> [clusterName: "c-$scope"] }
                outputs Name: cluster.ref { it.clusterName }
            }
        '''
        def block = app.stacks()[0].cdkBlocks()[0]

        then:
        app.stacks()[0].outputs() == [Name: '${sst:s:Cdk:cdk1:value1}']
        block.values().value1.action().apply(block.hook().action().apply('scope')) == 'c-scope'
    }

    def '200 evaluations do not grow the number of loaded classes without bound'() {
        given:
        def source = "app { name 'x' }\nstack('s') { secret 'KEY' }"
        20.times { model(source) }
        System.gc()
        def bean = java.lang.management.ManagementFactory.classLoadingMXBean
        def before = bean.loadedClassCount

        when:
        200.times { model(source) }
        System.gc()

        then:
        bean.loadedClassCount - before < 300
    }

    def "every block of a stack may use another stack, and no other block"() {
        given:
        def data = "app { name 'x' }\nstack('data') { secret 'KEY' }\n"

        when:
        def app = model(data + """stack('s') {
            function('F') { handler 'a.b'; bind use('data').KEY }
            api('A') { routes { get('/x') { handler 'a.b'; bind([use('data').KEY]) } } }
        }""")

        then:
        app.stack('s').get().dependsOn() == ['data']
        app.stack('s').get().constructs()[0].props().bind()*.target()*.id() == ['KEY']

        when:
        def error = evaluate(data + "app { name use('data').KEY }").diagnostics()[0]

        then:
        error.summary() == "app has no 'use'"
    }

    private AppModel model(String text) {
        evaluate(text).orThrow()
    }

    private Evaluated evaluate(String text) {
        file 'sst.config.groovy', text
        def context = new StageContext('dev', [KEY: 'from env'], '', false)
        ConfigEvaluator.evaluate(new ConfigRequest(root, 'sst.config.groovy', context, root.resolve('.sst/cache'), new PrintWriter(printed)))
    }

    private void file(String path, String text) {
        def file = root.resolve(path)
        Files.createDirectories(file.parent)
        Files.writeString(file, text)
    }
}
