package sst.runner.lint

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir
import sst.dsl.ConfigEvaluator
import sst.dsl.ConfigRequest
import sst.model.app.StageContext
import sst.model.diagnostic.Code
import sst.model.diagnostic.Diagnostic

class LinterSpec extends Specification {
    @TempDir
    Path root

    def "#code: #summary"() {
        when:
        def found = advice(text)

        then:
        found*.code() == [code]
        found[0].summary() == summary
        found[0].at().line() == line
        found[0].at().file() == 'sst.config.groovy'
        found[0].hint().contains(hint)
        !found[0].error

        where:
        code                  | text                                                                                     || line | summary                                                                                             | hint
        Code.BROAD_PERMISSION | "function('F') { handler 'a.b'; permissions '*' }"                                       || 3    | "function 'a.b' may do everything in the account"                                                  | "permissions 's3:GetObject'"
        Code.BROAD_PERMISSION | "\nfunction('F') { handler 'a.b' }.attachPermissions 's3'"                               || 4    | "F may do everything with every resource of 's3'"                                                  | "'s3:…'"
        Code.FULL_ACCESS      | "def jobs = queue('Jobs')\nfunction('F') {\n handler 'a.b'\n bind jobs\n}"               || 6    | "binding queue 'Jobs' grants every action on it"                                                   | "bind jobs, 'read'"
        Code.FULL_ACCESS      | "def jobs = queue('Jobs')\ndef f = function('F') { handler 'a.b' }\nf.bind jobs"         || 5    | "binding queue 'Jobs' grants every action on it"                                                   | "bind jobs, 'read'"
        Code.NO_DEAD_LETTERS  | "queue('Jobs') { consumer 'a.b' }"                                                       || 3    | "what the consumer of queue 'Jobs' fails on is tried again until it expires"                       | 'deadLetterQueue'
        Code.NO_DEAD_LETTERS  | "kinesisStream('Log') { consumers one: 'a.b' }"                                          || 3    | "a record that consumer 'one' of kinesisStream 'Log' fails on holds up its shard until it expires" | 'retryAttempts'
        Code.TIMEOUT          | "api('A') {\n routes {\n  get('/x') { handler 'a.b'; timeout '1 minute' }\n }\n}"        || 5    | "function 'a.b' may take 60 seconds, and its API answers after 30 seconds at the latest"           | 'a queue'
        Code.TIMEOUT          | "queue('Q') { consumer { handler 'a.b'; timeout 40 }; cdk { queue deadLetterQueue: [:] } }" || 3 | "function 'a.b' may take 40 seconds, and queue 'Q' hides a message for 30 seconds: AWS refuses that" | "'240 seconds'"
        Code.UNUSED           | "secret 'KEY'"                                                                           || 3    | "no function is bound to secret 'KEY'"                                                             | 'remove it'
        Code.MANY_RESOURCES   | "150.times { n -> function(\"F\$n\") { handler 'a.b' } }"                                || 2    | "stack 's' has about 450 of the 500 resources that CloudFormation takes"                           | 'another stack'
    }

    def "an app that does all of it gets no advice"() {
        expect:
        advice("""
            def notes = table('Notes') { fields id: 'string'; primaryIndex partitionKey: 'id' }
            def failed = queue('Failed')
            queue('Jobs') {
                consumer { handler 'a.b'; timeout '10 seconds'; bind notes, 'write' }
                cdk { queue deadLetterQueue: [queue: failed, maxReceiveCount: 3], visibilityTimeout: '1 minute' }
            }
            def key = secret('KEY')
            function('F') { handler 'a.b'; bind key; permissions 's3:GetObject' }
            api('A') { routes { get '/x', 'a.b' } }
        """) == []
    }

    def "what the app's defaults give to every function is told once, where it is written"() {
        given:
        def text = """app {
            name 'x'
            defaults { function { permissions 's3' } }
        }
        stack('s') {
            def notes = table('Notes') { fields id: 'string'; primaryIndex partitionKey: 'id' }
            function('F') { handler 'a.b' }
            function('G') { handler 'a.b' }
        }"""

        expect:
        lint(text)*.summary() == ["every function of the app may do everything with every resource of 's3'"]
    }

    def "a stage by the name of production is told when its data can go"() {
        expect:
        lint("app { name 'x'; removal 'destroy'$more }\nstack('s') { queue('Q') }", 'prod')*.code() == codes

        where:
        more             || codes
        ''               || [Code.UNPROTECTED_DATA]
        '; protect true' || []
    }

    private List<Diagnostic> advice(String inStack) {
        lint("app { name 'x' }\nstack('s') {\n$inStack\n}")
    }

    private List<Diagnostic> lint(String text, String stage = 'dev') {
        Files.writeString(root.resolve('sst.config.groovy'), text)
        def context = new StageContext(stage, [:], '', false)
        def request = new ConfigRequest(root, 'sst.config.groovy', context, root.resolve('cache'), new PrintWriter(Writer.nullWriter()))
        Linter.advice(ConfigEvaluator.evaluate(request).orThrow(), Optional.empty())
    }
}
