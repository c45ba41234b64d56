package sst.runner.deploy

import java.time.Duration
import sst.runner.deploy.event.DeployEvent
import sst.runner.deploy.event.StackOutcome.Verdict
import sst.runner.fake.EngineSpecification

/** CloudFormation's reads may be older than what it has done already, and its clock is not ours. */
class StaleReadsSpec extends EngineSpecification {
    def "the end of the update before is not taken for the end of this one, however often it is read"() {
        given:
        deploy(assembly().stack('api', [Fn: fn()]))
        cfn.stale = 4

        when:
        def result = deploy(assembly().stack('api', [Fn: fn('b')], outputs: [Url: [Value: 'new']]))

        then:
        result.good
        result.outputs()['dev-notes-api'] == [Url: 'new']
        cfn.stale < 0
        cfn.stacks['dev-notes-api'].executions == 2
        unlocked
    }

    def "a run does not wait for ever for a read that never catches up with the events"() {
        given:
        deploy(assembly().stack('api', [Fn: fn()]))
        cfn.stale = 1_000_000

        expect:
        deploy(assembly().stack('api', [Fn: fn('b')])).good
        cfn.stacks['dev-notes-api'].status == 'UPDATE_COMPLETE'
    }

    def "a failure is told although its stack was first read as good"() {
        given:
        deploy(assembly().stack('api', [Fn: fn()]))
        cfn.stale = 2
        cfn.failing.Fn = 'no'

        when:
        def result = deploy(assembly().stack('api', [Fn: fn('b')]))

        then:
        result.stacks()*.verdict() == [Verdict.FAILED]
        result.failed()[0].cause().logicalId() == 'Fn'
    }

    def "a new stack that is still read as under review goes on"() {
        given:
        cfn.stale = 4

        expect:
        deploy(assembly().stack('api', [Fn: fn()])).good
        cfn.stale < 0
        cfn.stacks['dev-notes-api'].status == 'CREATE_COMPLETE'
    }

    def "a stack that a read does not find once is looked for again"() {
        given:
        cfn.hidden = 2

        expect:
        deploy(assembly().stack('api', [Fn: fn()])).good
        cfn.hidden < 0
    }

    def "events of an earlier operation are not told, and all of this one are, when AWS's clock is #hours h from ours"() {
        given:
        cfn.skew = Duration.ofHours(hours)
        deploy(assembly().stack('api', [Fn: fn()]))
        aws.pace.now = aws.pace.now + Duration.ofMinutes(5)
        events.clear()

        when:
        def result = deploy(assembly().stack('api', [Fn: fn('b'), Two: fn()]))

        then:
        result.good
        events.findAll { it instanceof DeployEvent.ResourceMoved && it.status().name() == 'CREATE_COMPLETE' }*.logicalId() == []
        events.findAll { it instanceof DeployEvent.ResourceMoved && it.status().name() == 'UPDATE_COMPLETE' }*.logicalId() == ['Fn', 'Two']

        where:
        hours << [-3, 3]
    }

    def "another stack of the same name that appears meanwhile is not mistaken for ours"() {
        given:
        aws.pace.onPause = {
            if (cfn.stacks['dev-notes-api']?.executions == 1) {
                cfn.stacks.remove('dev-notes-api')
                cfn.given('dev-notes-api', 'CREATE_COMPLETE', '{"Resources":{"Theirs":{"Type":"AWS::SNS::Topic"}}}')
            }
        }

        when:
        def result = deploy(assembly().stack('api', [Fn: fn()]))

        then:
        !result.good
        result.failed()[0].cause().reason().contains('deleted by someone else')
        cfn.stacks['dev-notes-api'].template.contains('Theirs')
        unlocked
    }
}
