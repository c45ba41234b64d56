package sst.runner.deploy

import sst.runner.aws.AwsFailure
import sst.runner.aws.BlobPort
import sst.runner.fake.EngineSpecification

/** What a run that was killed leaves behind, and what the next one of the same project makes of it. */
class DeadRunSpec extends EngineSpecification {
    static final long NOBODY = 4_194_305

    /** A process is killed when its stacks are done and the lock is not yet given back. */
    void killedBeforeUnlock() {
        aws.blobs.around = { String when, String call ->
            if (when == 'before' && call == 'delete') {
                throw new AssertionError('killed' as Object)
            }
        }
        pid = NOBODY
        try {
            deploy(assembly().stack('api', [Fn: fn()]))
        } catch (AssertionError ignored) {
            // That was its end.
        }
        aws.blobs.around = { String when, String call -> }
        pid = ProcessHandle.current().pid()
    }

    def "the lock of a killed run is taken away by the next one even when nothing is left to do, and that is said"() {
        given:
        killedBeforeUnlock()

        when:
        def run = run()
        run.clearDead()

        then:
        unlocked
        warnings().size() == 1
        warnings()[0].contains('is gone and left the stage locked')
        warnings()[0].contains("process $NOBODY")

        when: 'nothing is known of it any more'
        events.clear()
        this.run().clearDead()

        then:
        warnings().empty
    }

    def "a lock that could not be given back is taken away by the next run of the same process, such as a console"() {
        given:
        aws.blobs.around = { String when, String call ->
            if (when == 'before' && call == 'delete') {
                throw new AwsFailure(AwsFailure.Kind.UNREACHABLE, 'ConnectionLost', 'Connection reset')
            }
        }
        deploy(assembly().stack('api', [Fn: fn()]))
        aws.blobs.around = { String when, String call -> }

        expect:
        !unlocked

        when:
        run().clearDead()

        then:
        unlocked
        warnings().any { it.contains('is gone and left the stage locked') }
    }

    def "the lock of a run that lives is left alone"() {
        given:
        def lock = run().lock()

        when:
        run().clearDead()

        then:
        !unlocked
        warnings().empty

        cleanup:
        lock.close()
    }

    def "a dead run that had lost its lock to another does not take that one's lock along"() {
        given:
        killedBeforeUnlock()
        def key = aws.blobs.objects.keySet().find { it.startsWith('sst/locks') }
        def other = new String(aws.blobs.objects[key], 'UTF-8').replaceAll(/"id" : "[^"]*"/, '"id" : "theirs"')
        aws.blobs.write(new BlobPort.Bucket('b', '1'), key, other, aws.blobs.etags[key])

        when:
        run().clearDead()

        then:
        !unlocked
        warnings().empty
    }

    def "a bucket that is gone with its locks is no failure"() {
        given:
        killedBeforeUnlock()
        aws.blobs.gone = true

        when:
        run().clearDead()

        then:
        noExceptionThrown()
        warnings().empty
    }

    def "a run that ends as it should leaves no note"() {
        when:
        deploy(assembly().stack('api', [Fn: fn()]))

        then:
        folder.resolve('cache/runs').toFile().listFiles().every { it.directory && it.listFiles().every { stage -> stage.list().length == 0 } }
    }
}
