package sst.local.lambda

import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class PythonFunctionSpec extends Specification {
    @TempDir
    @Shared
    Path folder

    @Shared
    @AutoCleanup
    LambdaBench bench

    def setupSpec() {
        bench = new LambdaBench(folder)
    }

    private void python(String name, String source, Map more = [:]) {
        bench.create(name, ['app/main.py': source], [Runtime: 'python3.12', Handler: 'app/main.handler'] + more)
    }

    private Object run(String name, Object event = [:]) {
        LambdaBench.json(bench.invoke(name, event))
    }

    def 'a handler gets event and context and its answer is JSON'() {
        given:
        python('hello', '''
            |from decimal import Decimal
            |def handler(event, context):
            |    return {"hi": event["name"], "n": Decimal("1.5"), "u": "\\u00e9", "id": context.aws_request_id,
            |            "left": context.get_remaining_time_in_millis(), "memory": context.memory_limit_in_mb}
            |'''.stripMargin())

        when:
        def answer = run('hello', [name: 'Ann'])

        then:
        answer.hi == 'Ann'
        answer.n == 1.5
        answer.u == 'é'
        answer.left > 0 && answer.left <= 60_000
        answer.memory == '128'
        answer.id ==~ /[0-9a-f-]{36}/
    }

    def 'failures come back as Lambda reports them: #type'() {
        given:
        def name = 'broken' + type.hashCode()
        python(name, source, [Handler: handler])

        when:
        def error = run(name)

        then:
        error.errorType == type
        error.errorMessage.contains(message)

        where:
        type                          | handler            | source                                                   || message
        'ValueError'                  | 'app/main.handler' | 'def handler(e, c):\n    raise ValueError("bad")'        || 'bad'
        'Runtime.HandlerNotFound'     | 'app/main.nope'    | 'def handler(e, c): pass'                                || "Handler 'nope' missing on module 'app/main'"
        'Runtime.ImportModuleError'   | 'gone.handler'     | ''                                                       || "Unable to import module 'gone': No module named 'gone'"
        'Runtime.UserCodeSyntaxError' | 'app/main.handler' | 'def handler(:'                                          || "Syntax error in module 'app/main'"
        'Runtime.MarshalError'        | 'app/main.handler' | 'def handler(e, c): return {1, 2}'                       || 'Object of type set is not JSON serializable'
        'Runtime.ExitError'           | 'app/main.handler' | 'import sys\ndef handler(e, c): sys.exit(3)'             || 'exit status 3'
    }

    def 'print and logging go into the log, a stack trace as one event'() {
        given:
        python('printer', '''
            |import logging
            |logging.getLogger().setLevel(logging.INFO)
            |def handler(event, context):
            |    print("plain")
            |    logging.info("told")
            |    raise KeyError("k")
            |'''.stripMargin())

        when:
        run('printer')
        def texts = bench.logs.findAll { it.group == '/aws/lambda/printer' }*.text

        then:
        texts[2] == 'plain\n'
        texts[3] ==~ /\[INFO\]\t\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\t[0-9a-f-]{36}\ttold\n/
        texts[4].startsWith("[ERROR] KeyError: 'k'\nTraceback (most recent call last):\n  File")
        texts[5].startsWith('END')
    }
}
