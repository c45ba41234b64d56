package sst.runner.deploy

import sst.model.diagnostic.CloudError
import sst.model.diagnostic.UserError
import sst.runner.deploy.event.DeployEvent
import sst.runner.deploy.event.StackOutcome.Verdict
import sst.runner.fake.EngineSpecification

class StuckStatesSpec extends EngineSpecification {
    static final KEEP = new Wishes(false, true, false)

    def "a rollback that failed is never deleted: it blocks with AWS's reason and the command"() {
        given:
        deploy(assembly().stack('api', [Fn: fn()]))
        cfn.failing.Fn = 'no'
        cfn.stuck << 'Fn'
        deploy(assembly().stack('api', [Fn: fn('b')]))
        cfn.calls.clear()

        when:
        deploy(assembly().stack('api', [Fn: fn('c')]))

        then:
        def error = thrown(CloudError)
        error.exitCode() == 5
        error.diagnostic().summary().contains('UPDATE_ROLLBACK_FAILED: The following resource(s) failed to update: [Fn]')
        error.diagnostic().hint().contains('sst rollback api')
        cfn.calls.every { it.startsWith('describe') }
        unlocked
    }

    def "rollback goes on with a failed rollback, names what stands in the way, and leaves it on request"() {
        given:
        deploy(assembly().stack('api', [Fn: fn()]))
        cfn.failing.Fn = 'no'
        cfn.stuck << 'Fn'
        deploy(assembly().stack('api', [Fn: fn('b')]))

        when:
        def again = rollBack()

        then:
        !again.good
        again.failed()[0].cause().logicalId() == 'Fn'
        again.failed()[0].cause().reason() == 'it was changed by hand'

        when:
        def skipped = rollBack(['Fn'])

        then:
        skipped.good
        skipped.stacks()*.verdict() == [Verdict.ROLLED_BACK]
        cfn.stacks['dev-notes-api'].status == 'UPDATE_ROLLBACK_COMPLETE'
        unlocked

        when:
        cfn.failing.clear()

        then:
        deploy(assembly().stack('api', [Fn: fn('c')])).good
    }

    def "--no-rollback keeps a failed change; the next deploy rolls it back first"() {
        given:
        deploy(assembly().stack('api', [Fn: fn()]))
        cfn.failing.Fn = 'no'

        when:
        def kept = deploy(assembly().stack('api', [Fn: fn('b')]), KEEP)

        then:
        !kept.good
        cfn.stacks['dev-notes-api'].status == 'UPDATE_FAILED'
        kept.failed()[0].cause().hint() == 'it stays as it failed: sst deploy --no-rollback goes on from there, sst rollback takes it back'

        when:
        cfn.failing.clear()
        def next = deploy(assembly().stack('api', [Fn: fn('c')]))

        then:
        next.good
        cfn.calls.count { it.startsWith('rollback') } == 1
        events.any { it instanceof DeployEvent.StackStarted && it.operation() == DeployEvent.Operation.ROLLBACK }
        cfn.stacks['dev-notes-api'].status == 'UPDATE_COMPLETE'
    }

    def "--no-rollback again builds on the failed change instead"() {
        given:
        deploy(assembly().stack('api', [Fn: fn()]))
        cfn.failing.Fn = 'no'
        deploy(assembly().stack('api', [Fn: fn('b')]), KEEP)
        cfn.failing.clear()

        when:
        def next = deploy(assembly().stack('api', [Fn: fn('c')]), KEEP)

        then:
        next.good
        cfn.calls.every { !it.startsWith('rollback') }
    }

    def "a creation that failed and was kept is rolled back, its shell deleted and the stack made anew"() {
        given:
        cfn.failing.Fn = 'no'
        deploy(assembly().stack('api', [Fn: fn()]), KEEP)
        assert cfn.stacks['dev-notes-api'].status == 'CREATE_FAILED'
        cfn.failing.clear()

        when:
        def next = deploy(assembly().stack('api', [Fn: fn('b')]))

        then:
        next.good
        cfn.calls.count { it.startsWith('rollback') } == 1
        cfn.calls.count { it.startsWith('deleteStack') } == 1
        cfn.stacks['dev-notes-api'].status == 'CREATE_COMPLETE'
    }

    def "--no-rollback is refused before anything begins when something must be replaced"() {
        given:
        def table = { String name -> [Type: 'AWS::DynamoDB::Table', Properties: [TableName: name]] }
        deploy(assembly().stack('data', [T: table('a')]))
        int made = cfn.calls.count { it.startsWith('createChangeSet') }

        when:
        deploy(assembly().stack('data', [T: table('b')]), KEEP)

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].summary().contains('--no-rollback cannot replace T')
        cfn.calls.count { it.startsWith('createChangeSet') } == made
        unlocked
    }

    def "a removal that failed names what stood in the way, and leaves it behind on request"() {
        given:
        deploy(assembly().stack('api', [Fn: fn()]))
        cfn.failing['dev-notes-api'] = 'The bucket you tried to delete is not empty'

        when:
        def removed = remove()

        then:
        removed.failed()[0].cause().logicalId() == 'Bucket'
        removed.failed()[0].cause().hint().contains('empty the bucket')

        expect:
        remove(['Bucket']).good
        cfn.calls.any { it.endsWith('retaining Bucket') }
    }

    def "a stack that was deleted by hand meanwhile is no success"() {
        given:
        aws.pace.onPause = {
            if (cfn.calls.any { it.startsWith('execute') }) {
                cfn.stacks.remove('dev-notes-api')
            }
        }

        when:
        def result = deploy(assembly().stack('api', [Fn: fn()]))

        then:
        !result.good
        result.failed()[0].cause().reason().contains('deleted by someone else')
    }

    def "a stack too large for CloudFormation is refused before anything is read or sent"() {
        given:
        def many = (1..501).collectEntries { ["R$it" as String, fn()] }

        when:
        deploy(assembly().stack('api', many))

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].summary().contains('501 resources; CloudFormation takes 500')
        cfn.calls.empty
    }

    def "#what beyond CloudFormation's quota is refused before anything is read or sent"() {
        given:
        def app = assembly().stack('api', [Fn: fn()] + resources, outputs: outputs, properties: settings)

        when:
        deploy(app)

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].summary().contains(said)
        cfn.calls.empty
        aws.blobs.calls.empty

        where:
        what                 | resources                                             | outputs                                                      | settings                       || said
        'an inline template' | [Big: [Type: 'X', Properties: [P: 'x' * 51_200]]]     | null                                                         | [:]                            || 'bytes of template without an assets bucket; CloudFormation takes 51200'
        'a template'         | [Big: [Type: 'X', Properties: [P: 'x' * 1_048_576]]]  | null                                                         | [stackTemplateAssetObjectUrl: 's3://b/k'] || 'bytes of template; CloudFormation takes 1048576'
        'the outputs'        | [:]                                                   | (1..201).collectEntries { ["O$it".toString(), [Value: 'v']] } | [:]                            || '201 outputs; CloudFormation takes 200'
        'a parameter'        | [:]                                                   | null                                                         | [parameters: [P: 'x' * 4_097]] || '4097 bytes in parameter P; CloudFormation takes 4096'
    }

    def "the empty shell of a run that was killed is removed with its stage"() {
        given:
        cfn.given('dev-notes-api', 'REVIEW_IN_PROGRESS', '{"Resources":{}}', ['sst:app': 'notes', 'sst:stage': 'dev'])

        expect:
        remove().good
        cfn.describeEach().empty
        unlocked
    }

    def "stacks that import go before those that export, whatever their names"() {
        given:
        deploy(assembly().stack('a', [T: fn()], outputs: [ExportsOutputT: [Value: 't', Export: [Name: 'dev-notes-a:T']]]).stack('b', [Fn: fn()]).stack('c', [Fn: fn()]))
        cfn.importers['dev-notes-a:T'] = ['dev-notes-b', 'dev-notes-c']

        when:
        def removed = remove()

        then:
        removed.good
        cfn.calls.findAll { it.startsWith('deleteStack') }.last().contains('/dev-notes-a/')
        cfn.calls.findIndexOf { it.startsWith('deleteStack') && it.contains('/dev-notes-a/') } >
            cfn.calls.findLastIndexOf { it.startsWith('describe ') && it.contains('/dev-notes-c/') }
    }

    def "a change set that AWS refuses fails with AWS's reason and leaves nothing behind"() {
        given:
        cfn.refusing['dev-notes-api'] = 'Hook X refused the template'

        when:
        def result = deploy(assembly().stack('api', [Fn: fn()]))

        then:
        result.failed()[0].cause().reason() == 'Hook X refused the template'
        cfn.describeEach().empty || cfn.stacks['dev-notes-api'].status == 'DELETE_IN_PROGRESS'
    }
}
