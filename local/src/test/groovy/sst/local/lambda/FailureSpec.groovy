package sst.local.lambda

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.Callable
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions
import sst.local.lambda.worker.Limits

class FailureSpec extends Specification {
    @TempDir
    @Shared
    Path folder

    @Shared
    @AutoCleanup
    LambdaBench bench

    def setupSpec() {
        bench = new LambdaBench(folder, java.time.Clock.systemUTC(), new Limits(4, 4, Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofSeconds(60)))
    }

    private Object run(String name, Object event = [:]) {
        LambdaBench.json(bench.invoke(name, event))
    }

    def 'a handler that does not answer in time is killed, even when it blocks'() {
        given:
        bench.node('slow', 'export const handler = async (event) => { if (event.block) for (;;); return 1 }', [Timeout: 3])
        run('slow')

        when:
        def response = bench.invoke('slow', [block: true])
        def error = LambdaBench.json(response)

        then:
        response.headers().firstValue('X-Amz-Function-Error').get() == 'Unhandled'
        error.errorType == 'Sandbox.Timedout'
        error.errorMessage ==~ /RequestId: [0-9a-f-]{36} Error: Task timed out after 3.00 seconds/
        bench.log('slow').contains(' Task timed out after 3.00 seconds')
        bench.log('slow').contains('\tStatus: timeout')

        and: 'the next call gets a new worker'
        run('slow') == 1
    }

    def 'a handler that ends its process is reported with its exit status'() {
        given:
        bench.node('exiter', 'export const handler = async (event) => { if (event.signal) process.kill(process.pid, event.signal); else process.exit(event.code); return new Promise((r) => setTimeout(r, 5000)) }')

        expect:
        def error = run('exiter', event)
        error.errorType == 'Runtime.ExitError'
        error.errorMessage ==~ /RequestId: [0-9a-f-]{36} Error: $message/

        where:
        event               || message
        [code: 1]           || 'Runtime exited with error: exit status 1'
        [code: 0]           || 'Runtime exited without providing a reason'
        [signal: 'SIGKILL'] || 'Runtime exited with error: signal: killed'
    }

    def 'ten megabytes of output neither block the function nor fill the log'() {
        given:
        bench.node('loud', 'export const handler = async () => { for (let i = 0; i < 10240; i++) console.log("x".repeat(1024)); return "done" }')

        expect:
        run('loud') == 'done'
        bench.log('loud').length() < 2 << 20
        bench.log('loud').contains('[output truncated: one invocation\'s log is kept up to 1048576 bytes]')
        bench.log('loud').contains('REPORT RequestId')
    }

    def 'an answer beyond six megabytes is an error of its own and the worker lives on'() {
        given:
        bench.node('large', 'let n = 0; export const handler = async (event) => { n++; return event.size ? "x".repeat(event.size) : n }')

        expect:
        run('large', [size: 7_000_000]).errorType == 'Function.ResponseSizeTooLarge'
        run('large') == 2
    }

    def 'a worker that was killed between two calls is replaced'() {
        given:
        bench.node('victim', 'export const handler = async () => process.pid')
        long pid = run('victim') as long

        when:
        ProcessHandle.of(pid).get().destroyForcibly()
        ProcessHandle.of(pid).ifPresent { it.onExit().get() }
        def after = LambdaBench.json(bench.invoke('victim'))

        then:
        after instanceof Number && after != pid
    }

    /** A handler that says that it runs by a file, and answers with its process when the file {@code go} is there. */
    private static final String HELD = '''
        import { existsSync, writeFileSync } from 'node:fs'
        export const handler = async ({ dir, id }) => {
            writeFileSync(dir + '/running-' + id, '')
            while (!existsSync(dir + '/go')) await new Promise((resolve) => setTimeout(resolve, 10))
            return process.pid
        }'''

    private List hold(LambdaBench bench, Path marks, ExecutorService threads, String name, int count) {
        def running = (1..count).collect { id -> threads.submit({ bench.invoke(name, [dir: marks.toString(), id: id]) } as Callable) }
        new PollingConditions(timeout: 120).eventually {
            assert marks.toFile().list().length == count
        }
        running
    }

    def 'calls at the same time run in processes of their own and reserved concurrency throttles'() {
        given:
        bench.node('parallel', HELD, [Timeout: 120])
        def marks = Files.createTempDirectory(folder, 'marks')
        def threads = Executors.newFixedThreadPool(3)

        when:
        def running = hold(bench, marks, threads, 'parallel', 3)
        bench.call('PUT', '/2017-10-31/functions/parallel/concurrency', '{"ReservedConcurrentExecutions": 3}')
        def refused = bench.invoke('parallel', [dir: marks.toString(), id: 4])
        Files.writeString(marks.resolve('go'), '')

        then:
        refused.statusCode() == 429
        LambdaBench.json(refused).Reason == 'ReservedFunctionConcurrentInvocationLimitExceeded'
        refused.headers().firstValue('x-amzn-ErrorType').get() == 'TooManyRequestsException'
        running*.get().collect { LambdaBench.json(it) }.toUnique().size() == 3

        cleanup:
        threads.shutdownNow()
    }

    def 'when all workers are busy a call waits for a while and is then throttled'() {
        given:
        def small = new LambdaBench(folder.resolve('small'), java.time.Clock.systemUTC(),
                new Limits(2, 2, Duration.ofMillis(300), Duration.ofMinutes(10), Duration.ofSeconds(60)))
        small.node('busy', HELD, [Timeout: 120])
        def marks = Files.createTempDirectory(folder, 'marks')
        def threads = Executors.newFixedThreadPool(2)

        when: 'two calls hold every worker'
        def running = hold(small, marks, threads, 'busy', 2)
        def refused = small.invoke('busy', [dir: marks.toString(), id: 3])
        Files.writeString(marks.resolve('go'), '')

        then:
        refused.statusCode() == 429
        LambdaBench.json(refused).Reason == 'ConcurrentInvocationLimitExceeded'
        running*.get()*.statusCode() == [200] * 2

        cleanup:
        threads.shutdownNow()
        small.close()
    }
}
