package sst.runner.deploy

import sst.runner.aws.AwsFailure
import sst.runner.deploy.event.DeployEvent
import sst.runner.deploy.event.StackOutcome.Verdict
import sst.runner.fake.EngineSpecification

class LostRepliesSpec extends EngineSpecification {
    def "the lost reply to #operation is noticed: the work is done once"() {
        given:
        deploy(assembly().stack('api', [Fn: fn()]))
        cfn.lost[operation] = times

        when:
        def result = deploy(assembly().stack('api', [Fn: fn('b')]))

        then:
        result.good
        cfn.stacks['dev-notes-api'].executions == 2
        unlocked

        where:
        operation         | times
        'createChangeSet' | 1
        'execute'         | 1
        'execute'         | 3
    }

    def "an execution whose reply was lost is recognised by its token even when it has ended meanwhile"() {
        given:
        cfn.lost.execute = 1
        aws.pace.onPause = { aws.pace.now = aws.pace.now.plusSeconds(60) }

        when:
        def result = deploy(assembly().stack('api', [Fn: fn()]))

        then:
        result.good
        cfn.stacks['dev-notes-api'].executions == 1
    }

    def "someone else's change between plan and execution is not taken for ours"() {
        given:
        deploy(assembly().stack('api', [Fn: fn()]))
        cfn.around = { String when, String call ->
            if (when == 'before' && call.startsWith('execute')) {
                cfn.stacks['dev-notes-api'].changeSet.execution = 'OBSOLETE'
            }
        }

        when:
        def result = deploy(assembly().stack('api', [Fn: fn('b')]))

        then:
        !result.good
        result.failed()[0].cause().reason().contains('OBSOLETE')
    }

    def "throttling of the first reads only delays"() {
        given:
        deploy(assembly().stack('api', [Fn: fn()]).stack('b', [Fn: fn()]).stack('c', [Fn: fn()]))
        cfn.throttled.describeAll = 5

        expect:
        deploy(assembly().stack('api', [Fn: fn()]).stack('b', [Fn: fn()]).stack('c', [Fn: fn()])).good
        events.count { it instanceof DeployEvent.Throttled } == 5
    }

    def "throttling of the last look after a success does not fail the deploy"() {
        given:
        aws.pace.onPause = {
            if (cfn.stacks['dev-notes-api']?.status == 'CREATE_COMPLETE') {
                cfn.throttled.events = 50
            }
        }

        expect:
        deploy(assembly().stack('api', [Fn: fn()])).good
    }

    def "credentials that expire on the way leave the stack to CloudFormation and say so"() {
        given:
        cfn.around = { String when, String call ->
            if (call.startsWith('describe dev') || call.startsWith('describe arn')) {
                if (cfn.calls.any { it.startsWith('execute') }) {
                    throw new AwsFailure(AwsFailure.Kind.CREDENTIALS_EXPIRED, 'ExpiredToken', 'The security token included in the request is expired')
                }
            }
        }

        when:
        def result = deploy(assembly().stack('api', [Fn: fn()]))

        then:
        !result.good
        result.stacks()*.verdict() == [Verdict.DETACHED]
        result.stacks()[0].cause().hint().contains('renew the credentials')

        when:
        cfn.around = { String when, String call -> }
        def again = deploy(assembly().stack('api', [Fn: fn()]))

        then:
        again.good
        cfn.stacks['dev-notes-api'].executions == 1
    }

    def "credentials that are renewed in time are used"() {
        given:
        int refused = 0
        cfn.around = { String when, String call ->
            if (call.startsWith('changeSet') && refused++ == 0) {
                throw new AwsFailure(AwsFailure.Kind.CREDENTIALS_EXPIRED, 'ExpiredToken', 'expired')
            }
        }

        expect:
        deploy(assembly().stack('api', [Fn: fn()])).good
    }
}
