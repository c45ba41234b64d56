package sst.runner.deploy

import sst.runner.deploy.event.DeployEvent
import sst.runner.deploy.event.StackOutcome.Verdict
import sst.runner.fake.EngineSpecification

/** What a stage under development leaves to CloudFormation is done without change sets. */
class DirectSpec extends EngineSpecification {
    static final DIRECT = new Wishes(false, false, false, true)

    def table = { String name -> [Type: 'AWS::DynamoDB::Table', Properties: [BillingMode: name]] }

    def "a creation and an update take one call each, and every event of theirs is told"() {
        when:
        def first = deploy(assembly().stack('data', [T: table('a')], outputs: [Name: [Value: 't']]), DIRECT)

        then:
        first.outputs()['dev-notes-data'] == [Name: 't']
        cfn.stacks['dev-notes-data'].status == 'CREATE_COMPLETE'

        when:
        events.clear()
        def second = deploy(assembly().stack('data', [T: table('b')]), DIRECT)

        then:
        second.stacks()*.verdict() == [Verdict.DEPLOYED]
        cfn.stacks['dev-notes-data'].executions == 2
        cfn.calls.count { it.startsWith('change ') } == 2
        cfn.calls.every { !it.contains('hangeSet ') && !it.startsWith('execute') }
        events.findAll { it instanceof DeployEvent.ResourceMoved }*.status()*.name() == ['UPDATE_IN_PROGRESS', 'UPDATE_COMPLETE']
        unlocked
    }

    def "the reply to a #what that is lost #times times is noticed: the work is done once"() {
        given:
        if (what == 'update') {
            deploy(assembly().stack('data', [T: table('a')]))
        }
        aws.pace.now = aws.pace.now.plusSeconds(1)
        cfn.lost.change = times
        aws.pace.onPause = { aws.pace.now = aws.pace.now.plusSeconds(pause) }

        when:
        def result = deploy(assembly().stack('data', [T: table('b')]), DIRECT)

        then:
        result.good
        cfn.stacks['dev-notes-data'].executions == (what == 'update' ? 2 : 1)
        unlocked

        where:
        what       | times | pause
        'creation' | 1     | 0
        'creation' | 1     | 60
        'update'   | 1     | 0
        'update'   | 1     | 60
    }

    def "stale reads are not taken for the end"() {
        given:
        deploy(assembly().stack('data', [T: table('a')]))
        cfn.stale = 3

        expect:
        deploy(assembly().stack('data', [T: table('b')], outputs: [Name: [Value: 'new']]), DIRECT).outputs()['dev-notes-data'] == [Name: 'new']
        cfn.stale < 0
    }

    def "throttling only delays"() {
        given:
        cfn.throttled.change = 3

        expect:
        deploy(assembly().stack('data', [T: table('a')]), DIRECT).good
        cfn.stacks['dev-notes-data'].executions == 1
    }

    def "a failure is rolled back and told with its first cause"() {
        given:
        deploy(assembly().stack('data', [T: table('a')]))
        cfn.failing.T = 'no'

        when:
        def result = deploy(assembly().stack('data', [T: table('b')]), DIRECT)

        then:
        result.failed()[0].cause().logicalId() == 'T'
        cfn.stacks['dev-notes-data'].status == 'UPDATE_ROLLBACK_COMPLETE'
        unlocked
    }

    def "the shell that a killed run left under review is finished by a change set"() {
        given:
        cfn.given('dev-notes-data', 'REVIEW_IN_PROGRESS')

        expect:
        deploy(assembly().stack('data', [T: table('a')]), DIRECT).good
        cfn.stacks['dev-notes-data'].status == 'CREATE_COMPLETE'
    }

    def "somebody else's change that came first fails the stack with AWS's words"() {
        given:
        deploy(assembly().stack('data', [T: table('a')]))
        cfn.around = { String when, String call ->
            if (when == 'before' && call.startsWith('change ')) {
                cfn.stacks['dev-notes-data'].status = 'UPDATE_IN_PROGRESS'
            }
        }

        expect:
        deploy(assembly().stack('data', [T: table('b')]), DIRECT).failed()[0].cause().reason().contains('is in UPDATE_IN_PROGRESS state')
        cfn.stacks['dev-notes-data'].executions == 1
    }
}
