package sst.runner.deploy

import sst.runner.deploy.event.StackOutcome.Verdict
import sst.runner.fake.AssemblyOnDisk
import sst.runner.fake.EngineSpecification
import sst.runner.fake.Json

class ExportsAndOrphansSpec extends EngineSpecification {
    static final EXPORT = [ExportsOutputT: [Value: 'table-1', Export: [Name: 'dev-notes-data:T']]]
    static final WHOLE = new Wishes(true, false, false)
    static final PRUNE = new Wishes(true, false, true)

    AssemblyOnDisk before() {
        assembly().stack('data', [T: fn()], outputs: EXPORT).stack('api', [Fn: fn()], after: ['data'])
    }

    AssemblyOnDisk after() {
        assembly().stack('data', [T: fn('b')]).stack('api', [Fn: fn('b')], after: ['data'])
    }

    def "an export that is still imported is kept for one deploy and taken away by the next"() {
        given:
        deploy(before())
        cfn.importers['dev-notes-data:T'] = ['dev-notes-api']

        when:
        def first = deploy(after())

        then:
        first.good
        Json.map(cfn.stacks['dev-notes-data'].template).Outputs == EXPORT
        warnings().any { it.contains('data keeps its export dev-notes-data:T') && it.contains('dev-notes-api still imports it') }

        when: 'nobody imports it any more'
        cfn.importers.clear()
        def second = deploy(after())

        then:
        second.good
        Json.map(cfn.stacks['dev-notes-data'].template).Outputs == null
        second.stacks().collectEntries { [it.label(), it.verdict()] } == [api: Verdict.UNCHANGED, data: Verdict.DEPLOYED]
    }

    def "an export that somebody goes on to import makes no deploy of its own"() {
        given:
        deploy(before())
        cfn.importers['dev-notes-data:T'] = ['someone-else']
        deploy(after())

        expect:
        plan(after()).empty
    }

    def "a stack that left the config is told, and removed only on request"() {
        given:
        deploy(assembly().stack('api', [Fn: fn()], properties: [tags: ['sst:app': 'notes', 'sst:stage': 'dev']])
            .stack('old', [Fn: fn()], properties: [tags: ['sst:app': 'notes', 'sst:stage': 'dev']]))
        def app = { assembly().stack('api', [Fn: fn()], properties: [tags: ['sst:app': 'notes', 'sst:stage': 'dev']]) }

        when:
        def told = deploy(app(), WHOLE)

        then:
        told.good
        warnings().any { it.contains('dev-notes-old is deployed but no longer in the config') }
        cfn.stacks['dev-notes-old'].status == 'CREATE_COMPLETE'

        when:
        def pruned = deploy(app(), PRUNE)

        then:
        pruned.good
        pruned.stacks().collectEntries { [it.stack(), it.verdict()] } == ['dev-notes-api': Verdict.UNCHANGED, 'dev-notes-old': Verdict.REMOVED]
        cfn.stacks['dev-notes-old'].status == 'DELETE_COMPLETE'
        unlocked
    }

    def "stacks of another stage or app, and those not asked for, are no orphans"() {
        given:
        cfn.given('prod-notes-api', 'CREATE_COMPLETE', '{"Resources":{}}', ['sst:app': 'notes', 'sst:stage': 'prod'])
        cfn.given('dev-shop-api', 'CREATE_COMPLETE', '{"Resources":{}}', ['sst:app': 'shop', 'sst:stage': 'dev'])
        cfn.given('dev-notes-old', 'CREATE_COMPLETE', '{"Resources":{}}', ['sst:app': 'notes', 'sst:stage': 'dev'])

        expect:
        plan(assembly().stack('api', [Fn: fn()]), WHOLE).orphans()*.name() == ['dev-notes-old']
        plan(assembly().stack('api', [Fn: fn()])).orphans().empty
    }
}
