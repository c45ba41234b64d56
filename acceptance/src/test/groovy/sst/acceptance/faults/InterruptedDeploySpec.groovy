package sst.acceptance.faults

import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.util.concurrent.PollingConditions
import sst.acceptance.harness.Project
import sst.acceptance.harness.Web

import java.time.Duration

/** Whatever is killed in the middle of a deploy: the same command again ends well. */
class InterruptedDeploySpec extends Specification {

    @AutoCleanup
    Project small = Project.app('small')
    def eventually = new PollingConditions(timeout: 60, delay: 0.01)

    def 'the CLI is killed #moment'() {
        given:
        def first = small.sst('deploy', '--yes').start()

        when:
        eventually.eventually { assert reached(small, first) }
        first.kill()
        def second = small.sst('deploy', '--yes').within(120).run()

        then:
        second.exit == 0
        new Web(small.outputs['dev-small-main'].Url).get('/hello').body == 'hello'
        small.sst('diff', '--exit-code').run().exit == 0

        cleanup:
        first.close()

        where:
        moment                        | reached
        'when the cloud is there'     | { project, run -> project.cloud != null }
        'when the first stack begins' | { project, run -> run.err.contains('main') }
    }

    def 'the local cloud is killed in the middle of a deploy'() {
        given:
        def first = small.sst('deploy', '--yes').start()

        when:
        eventually.eventually { assert small.cloud != null }
        ProcessHandle.of(small.cloud.pid as long).ifPresent { it.destroyForcibly() }
        def broken = first.finish(Duration.ofSeconds(120))

        then:
        broken.exit in [0, 1]
        !broken.err.contains('\tat ')

        when:
        def second = small.sst('deploy', '--yes').within(120).run()

        then:
        second.exit == 0
        new Web(small.outputs['dev-small-main'].Url).get('/hello').body == 'hello'

        cleanup:
        first.close()
    }

    def 'the local cloud is killed between two deploys; its items stay'() {
        given:
        small.deploy()
        def table = small.outputs['dev-small-main'].Table
        small.awsJson('dynamodb', 'put-item', '--table-name', table, '--item', '{"id": {"S": "kept"}}')

        when:
        ProcessHandle.of(small.cloud.pid as long).get().with {
            it.destroyForcibly()
            it.onExit().join()
        }
        def run = small.sst('deploy', '--yes').run()

        then:
        run.exit == 0
        small.awsJson('dynamodb', 'scan', '--table-name', table).Items == [[id: [S: 'kept']]]
        new Web(small.outputs['dev-small-main'].Url).get('/hello').body == 'hello'
    }

    def 'a port that something else holds is named'() {
        given:
        def holder = new ServerSocket(small.port, 1, InetAddress.getByName('127.0.0.1'))

        when:
        def run = small.sst('deploy', '--yes').run()

        then:
        run.exit == 1
        run.err.contains(small.port.toString())

        cleanup:
        holder.close()
    }

    def 'Ctrl-C once ends with 130, leaves no lock, and the same command goes on'() {
        given:
        def first = small.sst('deploy', '--yes').start()

        when:
        eventually.eventually { assert first.err.contains('main  is created') || !first.process.alive }
        new ProcessBuilder('kill', '-INT', first.process.pid().toString()).start().waitFor()
        def stopped = first.finish(Duration.ofSeconds(60))

        then: 'it may have been done already'
        stopped.exit in [0, 130]
        stopped.exit == 0 || stopped.err.contains('the same command goes on from there')

        when:
        def second = small.sst('deploy', '--yes').within(120).run()

        then:
        second.exit == 0
        !second.err.contains('locked')
        new Web(small.outputs['dev-small-main'].Url).get('/hello').body == 'hello'

        cleanup:
        first.close()
    }

    def 'while one deploy works, another names it as the holder of the lock, ends with 6 and changes nothing'() {
        given: 'a script of the deploy that waits for a parameter'
        small.write('src/wait.js', """
            const asked = () => fetch(process.env.AWS_ENDPOINT_URL, { method: 'POST', body: JSON.stringify({ Name: '/go' }),
              headers: { 'X-Amz-Target': 'AmazonSSM.GetParameter', 'Content-Type': 'application/x-amz-json-1.1' } })
            export const main = async () => {
              while (!(await asked()).ok) {
                await new Promise((resolve) => setTimeout(resolve, 100))
              }
            }""")
        small.edit('sst.config.groovy', "    outputs Url", "    script('Waits') { onCreate 'src/wait.main' }\n    outputs Url")
        assert small.sst('build').within(300).run().exit == 0
        def first = small.sst('deploy', '--yes').start()

        when:
        eventually.eventually { assert first.err.contains('main  is created') || !first.process.alive }
        def second = small.sst('deploy', '--yes').within(120).run()

        then:
        second.exit == 6
        second.err.contains('the stage is locked by')
        second.err.contains("process ${first.process.pid()}")
        second.err.contains('sst unlock')
        first.process.alive

        when:
        small.awsJson('ssm', 'put-parameter', '--name', '/go', '--value', 'yes', '--type', 'String')
        def won = first.finish(Duration.ofSeconds(300))

        then:
        won.exit == 0
        new Web(small.outputs['dev-small-main'].Url).get('/hello').body == 'hello'
        small.sst('deploy', '--yes').within(120).run().exit == 0

        cleanup:
        first.close()
    }

    def 'two deploys at once: one wins, the other names its holder and ends with 6, or finds all done'() {
        given:
        small.sst('build').within(300).run()
        small.sst('local', 'start').run()

        and: 'the bucket that holds the lock'
        assert small.sst('bootstrap', '--yes').run().exit == 0

        when:
        def both = [1, 2].collect { small.sst('deploy', '--yes').start() }
        def ended = both*.finish(Duration.ofSeconds(200))

        then:
        ended*.exit.contains(0)
        ended.every { it.exit == 0 || (it.exit == 6 && it.err.contains('the stage is locked by') && it.err.contains('sst unlock')) }

        cleanup:
        both*.close()
    }

    def 'two first deploys of two stages to a new local cloud both end well, whoever bootstraps it'() {
        given:
        def stages = ['one', 'two']
        stages.each { assert small.sstAt(it, 'build').within(300).run().exit == 0 }
        small.sst('local', 'start').run()

        when:
        def both = stages.collect { small.sstAt(it, 'deploy', '--yes').start() }
        def ended = both*.finish(Duration.ofSeconds(300))

        then:
        ended*.exit == [0, 0]
        small.awsJson('cloudformation', 'describe-stacks').Stacks.collectEntries { [it.StackName, it.StackStatus] } ==
            ['CDKToolkit', 'one-small-main', 'two-small-main'].collectEntries { [it, 'CREATE_COMPLETE'] }

        cleanup:
        both*.close()
    }
}
