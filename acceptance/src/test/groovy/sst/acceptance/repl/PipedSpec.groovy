package sst.acceptance.repl

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.util.concurrent.PollingConditions
import sst.acceptance.harness.Command
import sst.acceptance.harness.Project

import java.time.Duration

/** The REPL without a person. */
class PipedSpec extends Specification {

    @Shared
    @AutoCleanup
    Project notes = Project.example('notes')

    def 'values go to stdout, all else to stderr, without prompt or banner'() {
        when:
        def run = piped('api.create.memorySize = 512\nx = 20\ndef twice(n) {\n  2 * n\n}\ntwice(x) + 2\n_ + 1\n')

        then:
        run.exit == 0
        run.out == '20\n42\n43\n'
        run.err == '≈ 1 change pending   Api/POST /notes +memorySize\n'
    }

    def 'the first error ends it with 1'() {
        when:
        def run = piped('1\nnotThere\n2\n')

        then:
        run.exit == 1
        run.out == '1\n'
        run.err.contains("^ 'notThere' is not known here")
    }

    def 'with --json every value is a line of JSON, the error too'() {
        when:
        def run = piped('1 + 1\n[a: [1, "x"]]\nnull\nNotes.primaryIndex.partitionKey\nnotThere\n', '--json')

        then:
        run.exit == 1
        run.out.readLines().take(4) == ['2', '{"a":[1,"x"]}', 'null', '"id"']
        Project.JSON.readValue(run.out.readLines()[4], Map).summary == "'notThere' is not known here"
    }

    def '-e runs an expression, -f a file'() {
        given:
        notes.write('lines.txt', 'x = 6\nx * 7\n')

        expect:
        notes.sst('repl', '-e', 'stage + 1').run().out == 'dev1\n'
        notes.sst('repl', '-f', 'lines.txt').run().out == '6\n42\n'
    }

    def 'bytes that are no text are an error, not a crash'() {
        when:
        def run = piped('\u0000\u0001\ufffd\u0007')

        then:
        run.exit == 1
        run.err.contains('^')
        !run.err.contains('Exception')
    }

    def 'ten megabytes of output arrive whole'() {
        when:
        def run = piped('10.times { println "x" * 1_000_000 }\n')

        then:
        run.exit == 0
        run.out.startsWith('x' * 1_000_000 + '\n')
        run.out.length() > 10_000_000
    }

    def 'Ctrl-C ends an endless line with 130'() {
        given:
        def running = notes.sst('repl', '-e', 'println "looping"\nwhile (true) { }').start()

        when:
        new PollingConditions(timeout: 100).eventually { assert running.out.contains('looping') }
        new Command('kill', '-INT', running.process.pid()).run()

        then:
        running.finish(Duration.ofSeconds(60)).exit == 130
        running.err.contains('✖ stopped')

        cleanup:
        running.close()
    }

    private Command.Finished piped(String input, String... options) {
        def command = notes.sst(*(['repl'] + options.toList()))
        command.input = input
        command.run()
    }
}
