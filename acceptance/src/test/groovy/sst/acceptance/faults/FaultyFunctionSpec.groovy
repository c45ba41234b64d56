package sst.acceptance.faults

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import sst.acceptance.harness.Project
import sst.acceptance.harness.Web

/** Functions that misbehave are reported as Lambda reports them, and hurt nobody else. */
class FaultyFunctionSpec extends Specification {

    @Shared
    @AutoCleanup
    Project faulty = Project.app('faulty')

    @Shared
    Web web

    def setupSpec() {
        faulty.deploy()
        web = new Web(faulty.outputs['dev-faulty-main'].Url)
    }

    def 'a handler that #what answers 500, says why in its log, and the next call is served'() {
        when:
        def reply = web.get("/$route")

        then:
        reply.status == 500
        reply.json.message == 'Internal Server Error'

        and:
        def log = faulty.sst('logs', name).run()
        log.exit == 0
        log.out.contains(logged)

        and:
        web.get('/fine').body == 'fine'

        where:
        what        | route     | name      || logged
        'throws'    | 'throws'  | 'Throws'  || 'out of milk'
        'times out' | 'sleeps'  | 'Sleeps'  || 'Task timed out after 1.00 seconds'
        'exits'     | 'exits'   | 'Exits'   || 'Runtime.ExitError'
    }

    def 'a handler that prints 10 MB answers, and its log says where it was cut'() {
        when:
        def reply = web.get('/prints')

        then:
        reply.status == 200

        and:
        def log = faulty.sst('logs', 'Prints').run()
        log.exit == 0
        def lines = log.out.count('x' * 1000)
        lines > 900
        log.out.contains('[output truncated: one invocation\'s log is kept up to')
        log.out.contains('REPORT RequestId')
    }

    def 'invoke shows the error and ends with 1'() {
        when:
        def run = faulty.sst('invoke', 'Throws', '{}').run()

        then:
        run.exit == 1
        (run.out + run.err).contains('out of milk')
    }
}
