package sst.dsl.check

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir
import sst.dsl.ConfigEvaluator
import sst.dsl.ConfigRequest
import sst.model.app.StageContext
import sst.model.diagnostic.Code
import sst.model.diagnostic.Diagnostic

class ConfigCheckerSpec extends Specification {
    @TempDir
    Path root

    def "'#mistake' is what an evaluation says, at the same place"() {
        given:
        def request = config("app { name 'x' }\nstack('s') {\n  $mistake\n}")

        expect:
        shown(check(request)) == shown(ConfigEvaluator.evaluate(request).diagnostics())
        check(request).size() == 1

        where:
        mistake << [
                "function('F') { handlr 'a.b'; handler 'a.b' }",
                "function 'F', handler: 'a.b', handlr: 'a.b'",
                "function('F') { handler 'a.b'; timeout 'abc' }",
                "function('F') { handler 'a.b'; tiemout = 3 }",
                "functoin('F') { handler 'a.b' }",
                "function('F') { handler 'a.b'; region 'x' }",
                "function('F') { handler 'a.b'; table 'T' }",
                "function('F') { handler stge }",
                "def f = function 'F', handler: 'a.b'; f.functionNme",
                "def f = function 'F', handler: 'a.b'; f.bnd f",
                "def q = queue 'Q'; q.addConsumer 'a.b', 'c.d', 'e.f'",
                "def a = api 'A'; a.getFunction 5",
                "def a = api 'A'; a.addRoutes 'GET /x'",
                "def t = table('T') { fields id: 'string'; primaryIndex partitionKey: 'id' }; t.bindToConsumer 3, t",
                "api('A') { routes { get '/x', 3 } }",
                "api('A') { routes { route 'FETCH /x', 'a.b' } }",
                "api('A') { routes { get('/x') { handler 'a.b'; memorySiz 5 } } }",
                "api 'A', routes: ['GET /x': [handler: 'a.b', memorySiz: 5]]",
                "queue('Q') { consumer { handler 'a.b'; timeuot 3 } }",
                "region = 'x'",
        ]
    }

    def "a branch that this stage does not take is judged too"() {
        given:
        def request = config("""
            app { name 'x' }
            stack('s') {
                if (stage == 'prod') {
                    function('F') { handler 'a.b'; timout 5 }
                }
                def jobs = stage == 'prod' ? queue('Q') { consumr 'a.b' } : null
                def notes = table('Notes') { fields id: 'string'; primaryIndex partitionKey: 'id' }
                [1, 2].each { if (it > 2) { function("F\$it") { handler "src/f\${it}.main"; runtime 'nodejs0' } } }
                cdk { scope -> if (scope == null) { scope.whatever(anything) } }
                notes.cdk { table -> table.addGlobalSecondaryIndex(what) ; table }
                if (stage == 'prod') { outputs Name: notes.tableNam }
            }
        """)

        expect:
        ConfigEvaluator.evaluate(request).diagnostics() == []
        check(request)*.summary() == [
                "function 'F' has no 'timout'",
                "queue 'Q' has no 'consumr'",
                check(request)[2].summary(),
                "table has no value 'tableNam'",
        ]
        check(request)[2].code() == Code.WRONG_TYPE
        check(request)[2].summary().startsWith("'runtime' of function '")
        check(request)*.at()*.line() == [5, 7, 9, 12]
    }

    def "values that only a run knows are left to it, and what is around them is judged"() {
        given:
        def request = config("""
            app { name 'x'; region env.REGION ?: 'us-east-1' }
            def twice = { it * 2 }
            int thrice(int n) { n * 3 }
            def long_ = thrice(10)
            def name = 'src/list.main'
            stack('s') {
                def notes = table('Notes') { fields id: 'string'; primaryIndex partitionKey: 'id' }
                function('F') {
                    handler name
                    timeout twice(5)
                    memorySize long_ * 100
                    environment TABLE: notes.tableName, STAGE: stage
                    bind notes, 'read'
                }
                api('A') {
                    defaults { function { bind notes } }
                    routes {
                        get("/\${stage}", [handler: name])
                        post('/x') { handler name; timeout '5 seconds' }
                    }
                }
                def fs = ['a', 'b'].collect { id -> function(id) { handler name } }
                fs.each { it.bind notes }
                queue('Q') { cdk { queue fifo: true } }.addConsumer('src/list.main')
                def bus = eventBus 'Bus'
                bus.subscribe('made', name)
                bus.subscribe(['gone', 'lost'], 'src/list.main', *[])
                def hooked = topic 'Hooked'
                hooked.cdk { it.node }
                hooked.subscribe(cdk: [subscription: [:]], 'src/list.main')
            }
        """)

        expect:
        ConfigEvaluator.evaluate(request).diagnostics() == []
        check(request) == []
    }

    private ConfigRequest config(String text) {
        Files.writeString(root.resolve('sst.config.groovy'), text)
        new ConfigRequest(root, 'sst.config.groovy', new StageContext('dev', [:], '', false), root.resolve('cache'), new PrintWriter(Writer.nullWriter()))
    }

    private static List<Diagnostic> check(ConfigRequest request) {
        ConfigChecker.check(request, ['sst.config.groovy'])
    }

    private static List<String> shown(List<Diagnostic> diagnostics) {
        diagnostics.collect { "$it.at ${it.code()} ${it.summary()} ${it.hint()}".toString() }
    }
}
