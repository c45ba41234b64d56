package sst.runner.plan.saved

import java.time.Instant
import sst.model.diagnostic.CloudError
import sst.model.diagnostic.UserError
import sst.runner.deploy.event.DeployEvent
import sst.runner.fake.EngineSpecification

class PlanFileSpec extends EngineSpecification {
    static final HERE = new DeployEvent.Where('notes', 'dev', 'eu-west-1', '111122223333', false)

    PlanFile saved(String code = 'a') {
        def file = folder.resolve('plan')
        PlanFile.of(plan(assembly().stack('api', [Fn: fn(code)]).stack('data', [T: fn()])), HERE, true, Instant.EPOCH).write(file)
        PlanFile.read(file)
    }

    def "a plan that still holds is executed as it was saved"() {
        given:
        def plan = saved()

        when:
        def result = deploy(assembly().stack('api', [Fn: fn()]).stack('data', [T: fn()])) { plan.check(it, HERE) }

        then:
        result.good
        plan.names() as Set == ['dev-notes-api', 'dev-notes-data'] as Set
        plan.whole()
    }

    def "code that moved on is refused with exit code 5 and the stack's name, and nothing is touched"() {
        given:
        def plan = saved()

        when:
        deploy(assembly().stack('api', [Fn: fn('b')]).stack('data', [T: fn()])) { plan.check(it, HERE) }

        then:
        def error = thrown(CloudError)
        error.exitCode() == 5
        error.diagnostic().summary() == 'the code has moved on since the plan was made: dev-notes-api'
        cfn.stacks.isEmpty()
        unlocked
    }

    def "a stage that moved on is refused"() {
        given:
        deploy(assembly().stack('api', [Fn: fn()]).stack('data', [T: fn()]))
        def plan = saved('b')
        aws.pace.now = aws.pace.now.plusSeconds(60)
        deploy(assembly().stack('api', [Fn: fn('c')]).stack('data', [T: fn()]))

        when:
        deploy(assembly().stack('api', [Fn: fn('b')]).stack('data', [T: fn()])) { plan.check(it, HERE) }

        then:
        def error = thrown(CloudError)
        error.diagnostic().summary() == 'the stage has moved on since the plan was made: dev-notes-api'
    }

    def "a plan is for one stage in one place"() {
        when:
        saved().check(plan(assembly().stack('api', [Fn: fn()])), new DeployEvent.Where('notes', 'prod', 'eu-west-1', '111122223333', false))

        then:
        def error = thrown(CloudError)
        error.diagnostic().summary().contains('the plan is for notes dev')
    }

    def "what is no plan is refused by name: #text"() {
        given:
        def file = folder.resolve('no-plan')
        file.toFile().text = text

        when:
        PlanFile.read(file)

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].summary().contains('no-plan is not a plan')
        !PlanFile.isMeant('no-plan', file) || text.contains('sst-plan')

        where:
        text << ['', 'api', '{"type":"other"}', '{"type":"sst-plan","version":2}', '{"type":"sst-plan","version":1,"made":"yesterday"}']
    }

    def "a plan is not taken to another stage, which is said before anything is built"() {
        when:
        saved().checkStage('notes', 'prod')

        then:
        def error = thrown(CloudError)
        error.exitCode() == 5
        error.diagnostic().summary() == 'the plan is for stage dev of notes, not for stage prod of notes'
    }

    def "what cannot be the name of a stack is meant as a plan: #word"() {
        given:
        saved()

        expect:
        PlanFile.isMeant(word, folder.resolve(word)) == meant

        where:
        word      || meant
        'plan'    || true
        './plan'  || true
        'x.plan'  || true
        'api'     || false
        'dev-api' || false
    }

    def "a plan that is not there is no plan that is broken"() {
        when:
        PlanFile.read(folder.resolve('p.plan'))

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].summary() == "${folder.resolve('p.plan')} is not there, neither as a plan nor as a stack"
        error.diagnostics()[0].hint() == "make a plan: sst diff --out ${folder.resolve('p.plan')}"
    }

    def "a plan that cannot be written is the user's fault, not one of sst"() {
        when:
        PlanFile.of(plan(assembly().stack('api', [Fn: fn()])), HERE, true, Instant.EPOCH).write(folder.resolve(place))

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].summary() == "cannot write ${folder.resolve(place)}: $why"

        where:
        place    || why
        'none/p' || 'there is no such folder'
        '.'      || 'it is a folder'
    }
}
