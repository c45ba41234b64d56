package sst.acceptance.scripts

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.util.concurrent.PollingConditions
import sst.acceptance.harness.Command
import sst.acceptance.harness.Project
import sst.acceptance.harness.Repository
import sst.acceptance.harness.Terminal

import java.nio.file.Files

/** Scripts and programs against a deployed stage, and what goes wrong with them. */
class RunSpec extends Specification {

    @Shared
    @AutoCleanup
    Project app = Project.app('scripted')

    def setupSpec() {
        app.deploy()
        app.awsJson('ssm', 'put-parameter', '--type', 'SecureString', '--name', '/sst/scripted/.fallback/Secret/TOKEN/value', '--value', 'for all')
    }

    def 'scripts are listed with what they say of themselves'() {
        when:
        def run = app.sst('run').run()

        then:
        run.exit == 0
        run.out.readLines().any { it ==~ /fill +Fill Items +dev +scripts\/fill\.groovy/ }
        run.out.readLines().any { it ==~ /values +Every way to a value +read only +scripts\/values\.groovy/ }

        when:
        def json = Project.JSON.readValue(app.sst('run', '--json').run().out, List)

        then:
        json.find { it.name == 'fill' } == [name: 'fill', description: 'Fill Items', stages: ['dev'], readOnly: false, file: 'scripts/fill.groovy']
    }

    def 'a script says what it takes, without a stage'() {
        when:
        def run = new Command(Repository.launcher, 'run', 'fill', '--help').in(app.folder).with(app.env).run()

        then:
        run.exit == 0
        run.out.contains('Usage: sst run fill [--count=<count>]')
        run.out.contains('Fill Items.')
    }

    def 'a script finds its resources, and no Node process is started'() {
        given:
        def log = app.folder.resolve('node.log')
        def trap = Files.createDirectories(app.folder.resolve('trap')).resolve('node')
        Files.writeString(trap, "#!/bin/sh\necho \$\$ >>'$log'\n")
        trap.toFile().executable = true

        when:
        def run = app.sst('run', 'values').with(PATH: "$trap.parent:${System.getenv('PATH')}").run()

        then:
        run.exit == 0
        def lines = run.out.readLines()
        lines[0..1] == ['dev-scripted-Items', 'dev-scripted-Loose']
        lines[2].startsWith("$app.endpoint/_api/")
        lines[3] == 'for all'
        lines[4] == '0'
        !Files.exists(log)
    }

    def 'a script calls a function'() {
        expect:
        app.sst('run', 'calls').run().out == '7\n'
    }

    def 'a stack that is being written wrong keeps nobody from scripts and outputs'() {
        given:
        def config = app.folder.resolve('sst.config.groovy')
        def text = Files.readString(config)
        Files.writeString(config, text + "\nstack('half') { function('Half') { handlr 'a.b' } }\n")

        expect:
        app.sst('run', 'calls').run().out == '7\n'
        app.sst('outputs').run().exit == 0
        app.sst('build').run().exit == 1

        cleanup:
        Files.writeString(config, text)
    }

    def 'a dry run shows writes and sends none; without it they are made'() {
        when:
        def dry = app.sst('run', 'fill', '--count', '2', '--dry-run').run()

        then:
        dry.exit == 0
        dry.out == '2 in dev-scripted-Items, 0 there\n'
        dry.err.contains('PutItem  dev-scripted-Items  Item: {id: i1}')
        dry.err.readLines().last() == 'would send 2 PutItem; nothing was sent'

        when:
        def real = app.sst('run', 'fill', '--count', '2').run()

        then:
        real.out == '2 in dev-scripted-Items, 2 there\n'
    }

    def 'arguments come untouched'() {
        expect:
        app.sst(*(['run', 'echo'] + args)).run().out.readLines() == args - '--'

        where:
        args << [['a b', "--x='*'", '-y', '@file', '', '$HOME'], ['--', '--dry-run', '--stage', 'x', '-h']]
    }

    def 'System.exit ends it with its code, and nothing of the output is lost'() {
        when:
        def run = app.sst('run', 'exits', '7').run()

        then:
        run.exit == 7
        run.out == 'before'
    }

    def '#script is told: #message'() {
        when:
        def run = app.sst(*(['run'] + script.tokenize())).run()

        then:
        run.exit == exit
        run.err.contains(message)
        run.err.contains(place)

        where:
        script              || exit | message                                                  | place
        'unknown'           || 1    | "did you mean 'Items'?"                                  | 'scripts/unknown.groovy:2'
        'writes'            || 1    | 'PutItem changes something, and the script is read only' | 'scripts/writes.groovy:3'
        'loop --timeout 1s' || 1    | 'loop took longer than 1 s'                              | 'scripts/loop.groovy:3'
        'fil'               || 2    | "did you mean 'fill'?"                                   | ''
        'fill --cuont 1'    || 2    | "'--cuont'"                                              | 'sst run fill --help'
        'echo --repl'       || 2    | '--repl needs a terminal'                                | '--debug PORT'
        'echo --timeout x'  || 2    | "--timeout is 'x'"                                       | ''
    }

    def 'a script that fails opens the console on what it had come to'() {
        given:
        app.write('scripts/fails.groovy', "def items = resources.table('Items')\nint count = 3\nthrow new IllegalStateException(\"no \$count\")\n")
        def screen = Terminal.open(app, 100, 40)

        when:
        screen.enter("'$Repository.launcher' --stage dev run fails --repl")

        then:
        screen.await('✖ IllegalStateException: no 3').awaitPrompt('dev>')
        screen.enter('count + 4').await('\n7\n').awaitPrompt('dev>')
        screen.enter('items.tableName').await('\ndev-scripted-Items\n').awaitPrompt('dev>')
        screen.enter('error.class.simpleName').await('\nIllegalStateException\n').awaitPrompt('dev>')
        screen.enter('/quit').awaitPrompt('shell>')
        screen.enter('echo "code $?"').await('\ncode 1')

        cleanup:
        screen?.close()
        Files.deleteIfExists(app.folder.resolve('scripts/fails.groovy'))
    }

    def 'a script for another stage is not run'() {
        when:
        def run = on('qa', 'run', 'fill').run()

        then:
        run.exit == 1
        run.out == ''
        run.err.contains('fill may not run on qa, only on dev')
        run.err.contains('scripts/fill.groovy:2')
    }

    def 'a stage that is not deployed is told where the script needs it'() {
        when:
        def run = on('qa', 'run', 'unknown').run()

        then:
        run.exit == 1
        run.out == 'asked\n'
        run.err.contains('stage qa of scripted is not deployed in the local cloud')
    }

    def 'a protected stage is not written to by mistake'() {
        when:
        def run = on('prod', 'run', 'echo').run()

        then:
        run.exit == 1
        run.err.contains('stage prod is protected, and echo may write')
        on('prod', '--yes', 'run', 'echo', 'x').run().out == 'x\n'
    }

    def 'ten megabytes arrive whole'() {
        when:
        def run = app.sst('run', 'big').run()

        then:
        run.exit == 0
        run.out.length() == 10_000_000
        run.err == 'written\n'
    }

    def 'a reader that goes away ends the script quietly'() {
        when:
        def run = new Command('sh', '-c', "'$Repository.launcher' --stage dev run big | head -n 1; true").in(app.folder).with(app.env).run()

        then:
        run.out == 'x' * 99 + '\n'
        run.err == ''
    }

    def 'binary input comes as it is'() {
        given:
        def input = app.folder.resolve('input')
        def bytes = new byte[300_000]
        new Random(7).nextBytes(bytes)
        Files.write(input, bytes)

        when:
        def run = new Command('sh', '-c', "'$Repository.launcher' --stage dev run cat <input >output").in(app.folder).with(app.env).run()

        then:
        run.exit == 0
        Files.mismatch(input, app.folder.resolve('output')) == -1
    }

    def 'Ctrl-C ends an endless script with 130'() {
        given:
        def running = app.sst('run', 'loop').start()

        when:
        new PollingConditions(timeout: 60).eventually { assert running.out == 'looping\n' }
        new Command('kill', '-INT', running.process.pid()).run()
        def run = running.finish(java.time.Duration.ofSeconds(30))

        then:
        run.exit == 130

        cleanup:
        running.close()
    }

    def 'jars come by //DEPS and by @Grab'() {
        expect:
        app.sst('run', 'jars').run().out == 'MVMapNullable\n'
    }

    def 'a program finds the stage in its environment, with its arguments untouched'() {
        when:
        def run = app.sst('shell', 'sh', '-c', 'printf "%s\\n" "$@"; env', 'x', 'a b', "--x='*'", '--', '-h', '--stage').run()

        then:
        run.exit == 0
        def lines = run.out.readLines()
        lines[0..4] == ['a b', "--x='*'", '--', '-h', '--stage']
        lines.containsAll([
            'SST_APP=scripted', 'SST_STAGE=dev', 'SST_Table_tableName_Items=dev-scripted-Items', 'SST_Secret_value_TOKEN=for all',
            "AWS_ENDPOINT_URL=$app.endpoint".toString(), 'AWS_REGION=us-east-1',
        ])
    }

    def 'an AWS client in the shell finds the stage'() {
        given:
        Command.need('aws')

        expect:
        app.sst('shell', 'aws', 'dynamodb', 'list-tables', '--query', 'TableNames', '--output', 'text').run().out.contains('dev-scripted-Items')
    }

    def 'the exit code and the signal of a program are passed on: #program'() {
        expect:
        app.sst('shell', 'sh', '-c', program).run().exit == exit

        where:
        program          || exit
        'exit 7'         || 7
        'kill -TERM $$'  || 143
    }

    def 'a program that is not there is told, with 127'() {
        when:
        def run = app.sst('shell', 'no-such-program').run()

        then:
        run.exit == 127
        run.err.contains("cannot start 'no-such-program'")
    }

    def 'a program ends with the sst that started it, after its own cleaning'() {
        given:
        def running = app.sst('shell', 'sh', '-c', 'trap "echo cleaned; exit 0" TERM; echo ready; while :; do sleep 0.1; done').start()

        when:
        new PollingConditions(timeout: 60).eventually { assert running.out == 'ready\n' }
        new Command('kill', '-TERM', running.process.pid()).run()
        def run = running.finish(java.time.Duration.ofSeconds(30))

        then:
        run.exit == 143
        run.out == 'ready\ncleaned\n'

        cleanup:
        running.close()
    }

    def 'no program is started for a stage that is not deployed'() {
        when:
        def run = on('qa', 'shell', 'echo', 'ran').run()

        then:
        run.exit == 1
        run.out == ''
        run.err.contains('is not deployed')
    }

    private Command on(String stage, Object... args) {
        new Command(*([Repository.launcher, '--stage', stage] + args.toList())).in(app.folder).with(app.env)
    }
}
