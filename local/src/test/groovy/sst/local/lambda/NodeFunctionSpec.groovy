package sst.local.lambda

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class NodeFunctionSpec extends Specification {
    @TempDir
    @Shared
    Path folder

    @Shared
    @AutoCleanup
    LambdaBench bench

    def setupSpec() {
        bench = new LambdaBench(folder)
    }

    private Object run(String name, Object event = [:]) {
        LambdaBench.json(bench.invoke(name, event))
    }

    def 'an async ES module handler answers with what it returns'() {
        given:
        bench.node('hello', 'export const handler = async (event, context) => ({ hi: event.name, id: context.awsRequestId, left: context.getRemainingTimeInMillis(), arn: context.invokedFunctionArn })')

        when:
        def response = bench.invoke('hello', [name: 'Ann'])
        def answer = LambdaBench.json(response)

        then:
        response.statusCode() == 200
        answer.hi == 'Ann'
        answer.left > 0 && answer.left <= 60_000
        answer.arn == 'arn:aws:lambda:us-east-1:000000000000:function:hello'
        response.headers().firstValue('X-Amz-Executed-Version').get() == '$LATEST'
        response.headers().firstValue('X-Amz-Function-Error').empty
    }

    def 'handlers of every form are found: #handler in #files.keySet()'() {
        given:
        def name = 'form' + files.hashCode()
        bench.create(name, files, [Handler: handler])

        expect:
        run(name, [n: 2]) == 4

        where:
        handler            | files
        'index.handler'    | ['index.js': 'exports.handler = (event, context, done) => setTimeout(() => done(null, event.n * 2), 5)']
        'src/a/main.run'   | ['src/a/main.cjs': 'exports.run = async (event) => event.n * 2']
        'main.run'         | ['main.js': 'export const run = async (event) => event.n * 2', 'package.json': '{"type":"module"}']
        'main.inner.run'   | ['main.js': 'exports.inner = { run: (event, context) => { context.succeed(event.n * 2) } }']
        'main.run'         | ['main.js': 'const { twice } = require("twice"); exports.run = async (event) => twice(event.n)', 'node_modules/twice/index.js': 'exports.twice = (n) => n * 2']
    }

    def "the SDK that AWS's runtime brings along is found in the app, by #how"() {
        given: 'an app above the state folder that has it'
        def sdk = folder.resolve('node_modules/@aws-sdk/client-fake')
        Files.createDirectories(sdk)
        Files.writeString(sdk.resolve('index.js'), 'exports.twice = (n) => n * 2')

        and:
        bench.create('sdk-' + file[-3..-1], [(file): source])

        expect:
        run('sdk-' + file[-3..-1], [n: 21]) == 42

        where:
        how       | file        | source
        'require' | 'index.cjs' | 'const { twice } = require("@aws-sdk/client-fake"); exports.handler = async (event) => twice(event.n)'
        'import'  | 'index.mjs' | 'import { twice } from "@aws-sdk/client-fake"; export const handler = async (event) => twice(event.n)'
    }

    def 'what npm needs to know of its user is not told to the handler'() {
        given:
        bench.node('nosy', 'export const handler = async () => Object.keys(process.env).filter((name) => name.startsWith("_SST"))')

        expect:
        run('nosy') == []
    }

    def 'the package.json of the app around says nothing about the files of a function'() {
        given:
        Files.writeString(folder.resolve('package.json'), '{"type": "module"}')
        bench.create('common', ['index.js': 'exports.handler = async () => "common"'])

        expect:
        run('common') == 'common'

        cleanup:
        Files.delete(folder.resolve('package.json'))
    }

    def 'a package that no AWS runtime has stays missing'() {
        given:
        bench.create('foreign', ['index.mjs': 'import "left-pad-of-nobody"; export const handler = () => 1'])

        expect:
        run('foreign').errorMessage.contains("Cannot find package 'left-pad-of-nobody'")
    }

    def 'a handler that does not load or is not there is reported as Lambda reports it: #type'() {
        given:
        def name = 'broken' + type.hashCode()
        bench.create(name, ['index.js': source], [Handler: handler])

        when:
        def response = bench.invoke(name)
        def error = LambdaBench.json(response)

        then:
        response.statusCode() == 200
        response.headers().firstValue('X-Amz-Function-Error').get() == 'Unhandled'
        error.errorType == type
        error.errorMessage.contains(message)

        where:
        type                              | handler         | source                          || message
        'Runtime.HandlerNotFound'         | 'index.nope'    | 'exports.handler = () => 1'     || 'index.nope is undefined or not exported'
        'Runtime.ImportModuleError'       | 'gone.handler'  | 'exports.handler = () => 1'     || "Error: Cannot find module"
        'Runtime.UserCodeSyntaxError'     | 'index.handler' | 'exports.handler = ('           || 'SyntaxError'
        'TypeError'                       | 'index.handler' | 'null.x'                        || 'Cannot read properties of null'
        'Runtime.MalformedHandlerName'    | 'index'         | ''                              || 'not a valid handler name'
    }

    def 'an error that the handler throws comes back with type, message and trace, and the worker lives on'() {
        given:
        bench.node('thrower', 'let n = 0; export const handler = async () => { n++; if (n == 1) throw new TypeError("bad"); return n }')

        when:
        def error = run('thrower')

        then:
        error.errorType == 'TypeError'
        error.errorMessage == 'bad'
        error.trace[0] == 'TypeError: bad'
        bench.log('thrower').contains('ERROR\tInvoke Error')

        and:
        run('thrower') == 2
    }

    def 'a rejection that nobody handles ends the worker and is reported'() {
        given:
        bench.node('rejecter', 'export const handler = () => { Promise.reject(new Error("lost")); return new Promise(() => setTimeout(() => {}, 5000)) }')

        expect:
        run('rejecter').errorType == 'Runtime.UnhandledPromiseRejection'
        run('rejecter').errorMessage == 'Error: lost'
    }

    def 'the log has what the function prints between the lines of Lambda'() {
        given:
        bench.node('printer', 'export const handler = async (event) => { console.log("a\\nb", { x: 1 }); console.error("oh"); process.stdout.write("bare"); return 1 }')

        when:
        def response = bench.invoke('printer', [:], ['X-Amz-Log-Type': 'Tail'])
        def tail = new String(response.headers().firstValue('X-Amz-Log-Result').get().decodeBase64())
        def texts = bench.logs.findAll { it.group == '/aws/lambda/printer' }*.text
        def id = response.headers().firstValue('x-amzn-RequestId').get()

        then:
        texts[0] == 'INIT_START Runtime Version: nodejs20.x\n'
        texts[1] == "START RequestId: $id Version: \$LATEST\n"
        texts[2] ==~ /(?s)\d{4}-\d\d-\d\dT[\d:.]+Z\t$id\tINFO\ta\nb \{ x: 1 \}\n/
        texts[3].endsWith("\t$id\tERROR\toh\n")
        texts[4] == 'bare\n'
        texts[5] == "END RequestId: $id\n"
        texts[6] ==~ /REPORT RequestId: $id\tDuration: [\d.]+ ms\tBilled Duration: \d+ ms\tMemory Size: 128 MB\tMax Memory Used: \d+ MB\tInit Duration: [\d.]+ ms\t\n/
        texts.size() == 7
        tail.startsWith('START RequestId') && tail.contains('bare') && tail.contains('REPORT RequestId')
    }

    def 'the environment is that of Lambda and holds nothing of the user'() {
        given:
        bench.node('env', 'export const handler = async () => process.env', [MemorySize: 256, Environment: [Variables: [MINE: 'yes']]])

        when:
        def env = run('env')

        then:
        env.MINE == 'yes'
        env.AWS_LAMBDA_FUNCTION_NAME == 'env'
        env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE == '256'
        env.AWS_REGION == 'us-east-1'
        env.AWS_ENDPOINT_URL == bench.gateway.endpoint()
        env._HANDLER == 'index.handler'
        env._X_AMZN_TRACE_ID.startsWith('Root=1-')
        env.keySet().intersect(System.getenv().keySet()) - ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR', 'PWD', 'LD_LIBRARY_PATH'] == [] as Set
        env.HOME != System.getenv('HOME')
    }

    def 'response streaming is refused by name'() {
        given:
        bench.node('stream', 'export const handler = awslambda.streamifyResponse(async () => {})')

        expect:
        run('stream').errorMessage == 'response streaming is not supported by the local cloud'
    }
}
