package sst.runner.deploy

import java.time.Duration
import sst.model.diagnostic.CloudError
import sst.model.diagnostic.Code
import sst.runner.assembly.AssemblyReader
import sst.runner.deploy.event.DeployEvent
import sst.runner.deploy.event.StackOutcome.Verdict
import sst.runner.fake.EngineSpecification

class BootstrappingSpec extends EngineSpecification {
    /** Another run of somebody else begins to make the stack, which is then as that run leaves it. */
    void rival(String during, String end) {
        cfn.stacks.remove('CDKToolkit')
        cfn.given('CDKToolkit', during)
        cfn.stacks.CDKToolkit.pending << [at: aws.pace.now + Duration.ofMinutes(1), run: { cfn.stacks.CDKToolkit.status = end }]
    }

    /** Lets a rival appear right before the first call of an operation. */
    void rivalBefore(String operation, String during, String end) {
        boolean appeared = false
        cfn.around = { String when, String call ->
            if (!appeared && when == 'before' && call.startsWith(operation)) {
                appeared = true
                rival(during, end)
            }
        }
    }

    def "an account and region is bootstrapped once"() {
        when:
        def first = new Bootstrapping(run()).bootstrap()
        def second = new Bootstrapping(run()).bootstrap()

        then:
        first.verdict() == Verdict.DEPLOYED
        second.verdict() == Verdict.UNCHANGED
        cfn.stacks.CDKToolkit.executions == 1
    }

    def "a place whose bootstrap #state is refused with the one command that helps, and nothing is made"() {
        given:
        aws.parameters.clear()
        aws.parameters.putAll(parameters)
        def app = assembly().stack('api', [Fn: fn()], properties: [requiresBootstrapStackVersion: 21, bootstrapStackVersionSsmParameter: '/cdk-bootstrap/hnb659fds/version'])

        when:
        new Bootstrapping(run()).ensure(AssemblyReader.read(app.done()).stacks())

        then:
        def error = thrown(CloudError)
        error.diagnostic().code() == Code.NOT_BOOTSTRAPPED
        error.diagnostic().summary().contains(said)
        error.diagnostic().hint() == 'run once: sst bootstrap --cloud aws --region eu-west-1'
        cfn.calls.empty

        where:
        state         | parameters                                || said
        'is missing'  | [:]                                       || 'account 111122223333 in eu-west-1 is not bootstrapped'
        'is too old'  | ['/cdk-bootstrap/hnb659fds/version': '6'] || 'has bootstrap version 6, the app needs 21'
    }

    def "a bootstrap stack that another run makes from before our #operation is waited for, and nothing failed"() {
        given:
        rivalBefore(operation, 'CREATE_IN_PROGRESS', 'CREATE_COMPLETE')

        when:
        def outcome = new Bootstrapping(run()).bootstrap()

        then:
        outcome.good
        cfn.stacks.CDKToolkit.status in ['CREATE_COMPLETE', 'UPDATE_COMPLETE']
        !cfn.calls.any { it.startsWith('deleteStack') }
        !events.any { it instanceof DeployEvent.StackFinished && !it.outcome().good }

        where:
        operation << ['describe', 'createChangeSet', 'changeSet', 'execute']
    }

    def "when the other run fails, ours makes the stack"() {
        given:
        rivalBefore('createChangeSet', 'CREATE_IN_PROGRESS', 'ROLLBACK_COMPLETE')

        expect:
        new Bootstrapping(run()).bootstrap().verdict() == Verdict.DEPLOYED
        cfn.stacks.CDKToolkit.status == 'CREATE_COMPLETE'
    }

    def "a failure of our own is told with its reason and is not tried for ever"() {
        given:
        cfn.refusing.CDKToolkit = 'a hook says no'

        when:
        new Bootstrapping(run()).bootstrap()

        then:
        def error = thrown(CloudError)
        error.diagnostic().summary().contains('a hook says no')
        events.any { it instanceof DeployEvent.StackFinished && it.outcome().verdict() == Verdict.FAILED }
        cfn.calls.count { it.startsWith('createChangeSet') } == 1
    }
}
