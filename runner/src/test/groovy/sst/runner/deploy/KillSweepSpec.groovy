package sst.runner.deploy

import java.util.concurrent.CompletionException
import sst.model.diagnostic.CloudError
import sst.runner.aws.AwsFailure
import sst.runner.deploy.event.StackOutcome.Verdict
import sst.runner.fake.AssemblyOnDisk
import sst.runner.fake.EngineSpecification
import sst.runner.fake.FakeAws

/** The process dies at each call in turn; the same command again must end as if nothing had happened. */
class KillSweepSpec extends EngineSpecification {
    static class Killed extends Error { }

    /** How many calls apart the deaths are: every third in the gate, each with {@code -Dsst.sweep=1}. */
    static final STEP = Integer.getInteger('sst.sweep', 3)

    /** No machine has so many processes. */
    static final GONE = 1L << 40

    private final Map<String, AssemblyOnDisk> apps = [:]

    AssemblyOnDisk app(String code) {
        apps.computeIfAbsent(code) { made(code) }
    }

    private AssemblyOnDisk made(String code) {
        def app = assembly()
        app.stack('data', [T: fn(code)], outputs: [Name: [Value: 't']])
        app.stack('api', [Fn: fn(code), Two: fn()], after: ['data'])
        app.stack('web', [W: fn(code)], after: ['api'])
        app.stack('jobs', [J: fn(code)], after: ['data'])
        app.stack('alarms', [A: fn(code)], after: ['web', 'jobs'])
        app
    }

    def "a #name that is killed at any call, before or after it, is finished by the next one"() {
        when:
        int points = 0
        List<String> wrong = []
        int reached = points
        for (int at = 1; reached == points; at += STEP) {
            reached += 2
            for (boolean late : [false, true]) {
                prepare(name)
                if (killedAt(at, late) { work(name) }) {
                    points++
                }
                wrong.addAll(problems(finish { work(name) }).collect { "call $at ${late ? 'after' : 'before'}: $it".toString() })
            }
        }
        println "killed a $name at $points points"

        then:
        wrong == []
        points > least

        where:
        name     || least
        'deploy' || 40
        'change' || 40
        'remove' || 20
    }

    def "random faults by seed #seed never make a wrong state: repeating the command ends well"() {
        given:
        prepare('change')
        def random = new Random(seed)
        int budget = 40
        disturb { String when, String call ->
            if (budget > 0 && random.nextInt(6) == 0) {
                budget--
                throw fault(random.nextInt(4))
            }
        }

        when:
        int tries = 0
        def result = null
        while (tries < 60 && !result?.good) {
            tries++
            result = attempt { deploy(app('b')) }
        }
        disturb { String when, String call -> }

        then:
        result?.good
        cfn.stacks.values().every { it.status == 'UPDATE_COMPLETE' && it.template.contains('"b"') }

        where:
        seed << (1..12)
    }

    private static Throwable fault(int kind) {
        switch (kind) {
            case 0: return new AwsFailure(AwsFailure.Kind.THROTTLED, 'Throttling', 'Rate exceeded')
            case 1: return new AwsFailure(AwsFailure.Kind.UNREACHABLE, 'SdkClientException', 'Connection reset')
            case 2: return new AwsFailure(AwsFailure.Kind.CREDENTIALS_EXPIRED, 'ExpiredToken', 'expired')
            default: return new Killed()
        }
    }

    private void prepare(String name) {
        aws = new FakeAws()
        cfn = aws.cloudFormation
        events.clear()
        pid = ProcessHandle.current().pid()
        if (name != 'deploy') {
            deploy(app('a'))
        }
        pid = GONE
    }

    private Object work(String name) {
        switch (name) {
            case 'deploy': return deploy(app('a'))
            case 'change': return deploy(app('b'))
            default: return stage().stacks().empty ? null : remove()
        }
    }

    private void disturb(Closure around) {
        cfn.around = around
        aws.blobs.around = around
    }

    /** Whether the run came so far; from there on not one call of it does anything, the release of its lock included. */
    private boolean killedAt(int at, boolean late, Closure work) {
        int calls = 0
        boolean dead = false
        disturb { String when, String call ->
            if (when == 'before') {
                calls++
            }
            dead = dead || (calls == at && when == (late ? 'after' : 'before')) || calls > at
            if (dead) {
                throw new Killed()
            }
        }
        attempt(work)
        disturb { String when, String call -> }
        calls >= at
    }

    private Object attempt(Closure work) {
        try {
            work.call()
        } catch (Killed | AwsFailure | CloudError | CompletionException ended) {
            return null
        }
    }

    private Object finish(Closure work) {
        pid = ProcessHandle.current().pid()
        work.call()
    }

    private List<String> problems(Object result) {
        List<String> problems = []
        if (result != null && !result.good) {
            problems << "the second run ended with ${result.stacks()}".toString()
        }
        if (result?.good && !result.stacks().every { it.verdict() == Verdict.UNCHANGED } && !unlocked) {
            problems << 'a lock is left'
        }
        def over = cfn.stacks.values().findAll { (it.executions ?: 0) > 2 }
        problems + over.collect { "${it.name} was executed ${it.executions} times".toString() }
    }
}
