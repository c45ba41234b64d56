package sst.runner.deploy

import sst.runner.aws.AwsFailure
import sst.runner.deploy.event.DeployEvent
import sst.runner.deploy.event.StackOutcome.Verdict
import sst.runner.fake.EngineSpecification

/** AWS asks for patience: whatever call it does that to, the run ends as it should, only later. */
class ThrottlingSpec extends EngineSpecification {
    static final EXPORT = [ExportsOutputT: [Value: 'table-1', Export: [Name: 'dev-notes-data:T']]]

    def app = { String code ->
        assembly().stack('data', [T: fn(code)], outputs: EXPORT, code: "data$code".toString())
            .stack('api', [Fn: fn(code)], after: ['data'], code: "api$code".toString())
    }

    def "a deploy and a change outlast throttling of #operation"() {
        given:
        cfn.throttled[operation] = 4

        when:
        def first = deploy(app('a'))
        cfn.throttled[operation] = 4
        def second = deploy(app('b'))

        then:
        first.good
        second.good
        cfn.stacks.values()*.executions == [2, 2]
        cfn.stacks.values().every { it.status == 'UPDATE_COMPLETE' && it.template.contains('"b"') }
        told == events.count { it instanceof DeployEvent.Throttled } > 0
        unlocked

        where:
        operation         || told
        'describe'        || true
        'createChangeSet' || true
        'changeSet'       || true
        'execute'         || true
        'events'          || false
    }

    def "the first look at a stack that somebody else made outlasts throttling of its template"() {
        given:
        cfn.given('dev-notes-api', 'CREATE_COMPLETE')
        cfn.throttled.template = 4

        expect:
        deploy(assembly().stack('api', [Fn: fn()])).good
        cfn.throttled.template == 0
        cfn.stacks['dev-notes-api'].status == 'UPDATE_COMPLETE'
    }

    def "an export that goes away outlasts throttling of the question who imports it"() {
        given:
        deploy(app('a'))
        cfn.importers['dev-notes-data:T'] = ['dev-notes-api']
        cfn.throttled.importers = 4

        expect:
        deploy(assembly().stack('data', [T: fn('b')]).stack('api', [Fn: fn('b')], after: ['data'])).good
        cfn.stacks['dev-notes-data'].template.contains('ExportsOutputT')
        cfn.throttled.importers == 0
    }

    def "a removal outlasts throttling of #operation"() {
        given:
        deploy(app('a'))
        cfn.throttled[operation] = 4

        when:
        def result = remove()

        then:
        result.good
        result.stacks()*.verdict() == [Verdict.REMOVED] * 2
        cfn.describeEach().empty
        cfn.throttled[operation] == 0
        unlocked

        where:
        operation << ['importers', 'events', 'deleteStack', 'describe']
    }

    def "a rollback outlasts throttling of #operation"() {
        given:
        deploy(app('a'))
        cfn.failing.Fn = 'no'
        if (operation == 'continueRollback') {
            cfn.stuck << 'Fn'
        }
        deploy(app('b'), new Wishes(false, operation == 'rollback', false))
        cfn.throttled[operation] = 4

        when:
        def result = rollBack(operation == 'continueRollback' ? ['Fn'] : [])

        then:
        result.good
        cfn.stacks['dev-notes-api'].status == 'UPDATE_ROLLBACK_COMPLETE'
        cfn.throttled[operation] == 0
        unlocked

        where:
        operation << ['rollback', 'continueRollback']
    }

    def "uploads and the lock outlast throttling of S3's #call"() {
        given:
        int left = 4
        aws.blobs.around = { String when, String each ->
            if (when == 'before' && each == call && left-- > 0) {
                throw new AwsFailure(AwsFailure.Kind.THROTTLED, 'SlowDown', 'Please reduce your request rate')
            }
        }

        expect:
        deploy(app('a')).good
        left < 0
        aws.blobs.objects.keySet() == ['dataa.zip', 'apia.zip'] as Set
        events.any { it instanceof DeployEvent.Throttled }

        where:
        call << ['list', 'put', 'write']
    }
}
