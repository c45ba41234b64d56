package sst.runner.deploy

import sst.model.diagnostic.CloudError
import sst.runner.deploy.event.DeployEvent
import sst.runner.deploy.event.StackOutcome.Verdict
import sst.runner.fake.EngineSpecification

class DeploymentSpec extends EngineSpecification {
    def "a first deploy creates stacks in order and tells every resource event once"() {
        given:
        def app = assembly().stack('api', [One: fn(), Two: fn(), Three: fn()], after: ['data'], outputs: [Url: [Value: 'u']]).stack('data', [Table: fn()])

        when:
        def result = deploy(app)

        then:
        result.good
        result.stacks()*.verdict() == [Verdict.DEPLOYED] * 2
        result.outputs()['dev-notes-api'] == [Url: 'u']
        cfn.calls.findAll { it.startsWith('createChangeSet') } == ['createChangeSet dev-notes-data', 'createChangeSet dev-notes-api']
        events.findAll { it instanceof DeployEvent.ResourceMoved && it.status().name() == 'CREATE_COMPLETE' }*.logicalId() == ['Table', 'One', 'Two', 'Three']
        aws.blobs.objects.keySet().findAll { it.endsWith('.zip') } == ['api.zip', 'data.zip'] as Set
        aws.blobs.objects.keySet().every { !it.startsWith('sst/locks') }
    }

    def "a second deploy of the same assembly changes nothing, locks nothing and reads no template"() {
        given:
        def app = assembly().stack('api', [Fn: fn()]).stack('data', [T: fn()]).stack('web', [W: fn()])
        deploy(app)
        deploy(app)
        cfn.calls.clear()
        aws.blobs.calls.clear()

        when:
        def result = deploy(app)

        then:
        result.good
        result.stacks()*.verdict() == [Verdict.UNCHANGED] * 3
        cfn.calls == ['describeAll', 'describeAll']
        aws.blobs.calls.empty
    }

    def "only the changed stack is touched"() {
        given:
        deploy(assembly().stack('api', [Fn: fn()]).stack('data', [T: fn()]))
        cfn.calls.clear()

        when:
        def result = deploy(assembly().stack('api', [Fn: fn('b')]).stack('data', [T: fn()]))

        then:
        result.good
        result.stacks().collectEntries { [it.label(), it.verdict()] } == [data: Verdict.UNCHANGED, api: Verdict.DEPLOYED]
        cfn.calls.count { it.startsWith('createChangeSet') } == 1
    }

    def "a failure skips the stacks behind it, lets others go on and names the first cause with its line"() {
        given:
        cfn.failing.Bad = "Value 'java8' at 'runtime' failed to satisfy constraint"
        cfn.failing.Worse = 'Resource creation cancelled'
        def app = assembly().stack('data', [Worse: fn(), Bad: fn()]).stack('api', [Fn: fn()], after: ['data']).stack('other', [O: fn()])

        when:
        def result = deploy(app)

        then:
        !result.good
        result.stacks().collectEntries { [it.label(), it.verdict()] } == [data: Verdict.FAILED, api: Verdict.SKIPPED, other: Verdict.DEPLOYED]
        with(result.failed()[0].cause()) {
            logicalId() == 'Bad'
            origin().place() == 'sst.config.groovy:7'
            reason().contains('java8')
            hint().contains('runtime')
        }
        aws.blobs.objects.keySet().every { !it.startsWith('sst/locks') }
    }

    def "the shell of a failed creation is deleted and the stack made anew"() {
        given:
        cfn.given('dev-notes-api', 'ROLLBACK_COMPLETE')

        when:
        def result = deploy(assembly().stack('api', [Fn: fn()]))

        then:
        result.good
        cfn.calls.any { it.startsWith('deleteStack') }
        cfn.stacks['dev-notes-api'].status == 'CREATE_COMPLETE'
    }

    def "a stack left in review by a killed run is taken as new"() {
        given:
        cfn.given('dev-notes-api', 'REVIEW_IN_PROGRESS')

        expect:
        deploy(assembly().stack('api', [Fn: fn()])).good
        cfn.stacks['dev-notes-api'].status == 'CREATE_COMPLETE'
    }

    def "an operation that still goes on is waited for, then the stack is planned again"() {
        given:
        def app = assembly().stack('api', [Fn: fn()])
        cfn.given('dev-notes-api', 'UPDATE_IN_PROGRESS')
        def stack = cfn.stacks['dev-notes-api']
        stack.pending << [at: aws.pace.now.plusSeconds(60), run: { stack.status = 'UPDATE_COMPLETE' }]

        when:
        def result = deploy(app)

        then:
        result.good
        result.stacks()[0].verdict() == Verdict.DEPLOYED
        events.any { it instanceof DeployEvent.StackStarted && it.operation() == DeployEvent.Operation.WAIT }
    }

    def "a stack that needs a decision blocks before anything is touched, with exit code 5"() {
        given:
        cfn.given('dev-notes-api', 'UPDATE_ROLLBACK_FAILED')

        when:
        deploy(assembly().stack('api', [Fn: fn()]))

        then:
        def error = thrown(CloudError)
        error.exitCode() == 5
        error.diagnostic().hint().contains('rollback')
        cfn.calls.every { it.startsWith('describe') }
    }

    def "throttling delays and never fails a deploy"() {
        given:
        cfn.throttled.events = 4
        cfn.throttled.createChangeSet = 2

        when:
        def result = deploy(assembly().stack('api', [Fn: fn()]))

        then:
        result.good
        events.count { it instanceof DeployEvent.Throttled } == 2
        events.count { it instanceof DeployEvent.ResourceMoved && it.status().name() == 'CREATE_COMPLETE' } == 1
    }

    def "a stop starts nothing new, leaves what runs to CloudFormation and releases the lock"() {
        given:
        def app = assembly().stack('data', [T: fn()]).stack('api', [Fn: fn()], after: ['data'])
        aws.pace.onPause = { if (cfn.calls.any { it.startsWith('execute') }) { stop.request() } }

        when:
        def result = deploy(app)

        then:
        result.stopped()
        result.stacks().collectEntries { [it.label(), it.verdict()] } == [data: Verdict.DETACHED, api: Verdict.NOT_STARTED]
        aws.blobs.objects.keySet().every { !it.startsWith('sst/locks') }
    }

    def "a declined plan changes nothing and releases the lock"() {
        when:
        deploy(assembly().stack('api', [Fn: fn()])) { throw new IllegalStateException('no') }

        then:
        thrown(IllegalStateException)
        cfn.stacks.isEmpty()
        aws.blobs.objects.isEmpty()
    }

    def "what was just deployed need not be read again: the next run only looks at the stacks"() {
        given:
        deploy(assembly().stack('api', [Fn: fn()]).stack('b', [Fn: fn()]))
        cfn.calls.clear()

        expect:
        deploy(assembly().stack('api', [Fn: fn()]).stack('b', [Fn: fn()])).good
        !cfn.calls.any { it.startsWith('template') }
    }

    def "a template is not taken for deployed where another operation may have come between"() {
        given:
        cfn.around = { String when, String call ->
            def stack = cfn.stacks['dev-notes-api']
            if (when == 'before' && call.startsWith('events') && stack?.status == 'CREATE_COMPLETE' && stack.token != 'theirs') {
                stack.token = 'theirs'
                stack.template = '{"Resources":{"Theirs":{"Type":"AWS::SNS::Topic"}}}'
                cfn.event(stack, stack.name, stack.arn, 'AWS::CloudFormation::Stack', 'UPDATE_COMPLETE')
            }
        }
        deploy(assembly().stack('api', [Fn: fn()]))
        cfn.around = { String when, String call -> }

        expect:
        !plan(assembly().stack('api', [Fn: fn()])).empty
    }
}
