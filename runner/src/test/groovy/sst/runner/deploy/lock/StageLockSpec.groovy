package sst.runner.deploy.lock

import java.time.Duration
import java.time.Instant
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import spock.lang.Specification
import sst.model.diagnostic.CloudError
import sst.model.diagnostic.UserError
import sst.runner.aws.BlobPort
import sst.runner.fake.FakeBlobs
import sst.runner.fake.FakePace

class StageLockSpec extends Specification {
    def blobs = new FakeBlobs()
    def pace = new FakePace()
    Set<Long> alive = [1L, 2L]
    def lock = new StageLock(blobs, new StageLock.StageKey(new BlobPort.Bucket('b', '1'), 'notes', 'dev'), pace.clock(),
        { pid, started -> pid in alive } as Liveness)

    LockOwner owner(long pid, String host = 'here') {
        new LockOwner('ada', host, pid, Instant.EPOCH)
    }

    def "the second run is refused with exit code 6 and told who holds the lock"() {
        given:
        lock.acquire(lock.record('run-1', owner(1), 'deploy'))

        when:
        lock.acquire(lock.record('run-2', owner(2), 'deploy'))

        then:
        def error = thrown(CloudError)
        error.exitCode() == 6
        error.diagnostic().summary().contains('ada@here, process 1')
        error.diagnostic().hint().contains('sst unlock run-1')
    }

    def "of many runs at once exactly one gets the lock"() {
        given:
        def pool = Executors.newFixedThreadPool(8)
        def go = new CountDownLatch(1)

        when:
        def results = (1..40).collect { n ->
            pool.submit({
                go.await()
                try {
                    lock.acquire(lock.record("run-$n", owner(1), 'deploy'))
                    1
                } catch (CloudError ignored) {
                    0
                }
            } as java.util.concurrent.Callable<Integer>)
        }
        go.countDown()

        then:
        results*.get().sum() == 1

        cleanup:
        pool.shutdownNow()
    }

    def "a closed lock is free again"() {
        when:
        lock.acquire(lock.record('run-1', owner(1), 'deploy')).close()
        lock.acquire(lock.record('run-2', owner(2), 'deploy'))

        then:
        noExceptionThrown()
    }

    def "the lock of a dead process of this machine is taken over, one of another machine is not"() {
        given:
        lock.acquire(lock.record('run-1', owner(99, host), 'deploy'))

        expect:
        taken == try_(lock)

        where:
        host    || taken
        'here'  || true
        'there' || false
    }

    boolean try_(StageLock lock) {
        try {
            lock.acquire(lock.record('run-2', owner(2), 'deploy'))
            true
        } catch (CloudError ignored) {
            false
        }
    }

    def "a lease that was not renewed runs out, a renewed one does not"() {
        given:
        def held = lock.acquire(lock.record('run-1', owner(1, 'there'), 'deploy'))
        pace.pause(Duration.ofMinutes(4))
        if (renewed) {
            held.renew()
        }
        pace.pause(Duration.ofMinutes(2))

        expect:
        try_(lock) == !renewed

        where:
        renewed << [true, false]
    }

    def "a holder whose lock was taken over knows it and does not delete the other's"() {
        given:
        def held = lock.acquire(lock.record('run-1', owner(1, 'there'), 'deploy'))
        pace.pause(Duration.ofMinutes(6))
        lock.acquire(lock.record('run-2', owner(2), 'deploy'))

        when:
        held.renew()
        held.close()

        then:
        held.lost
        blobs.objects.size() == 1
    }

    def "unlock needs the id of the run that holds the lock"() {
        given:
        lock.acquire(lock.record('run-1', owner(1), 'deploy'))

        when:
        lock.release('run-9')

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].summary().contains('run-1')

        when:
        lock.release('run-1')

        then:
        blobs.objects.isEmpty()
    }

    def "a stage that is not locked, or was never bootstrapped, is told so"() {
        given:
        blobs.gone = gone

        when:
        lock.release('run-1')

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].summary() == 'the stage is not locked'

        where:
        gone << [false, true]
    }
}
