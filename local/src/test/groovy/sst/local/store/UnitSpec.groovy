package sst.local.store

import com.fasterxml.jackson.databind.node.IntNode
import com.fasterxml.jackson.databind.node.TextNode
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicBoolean
import java.util.concurrent.locks.LockSupport
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Changes that belong together, and commits of others beside them. */
class UnitSpec extends Specification {
    private static final long SECONDS = 60

    @TempDir
    Path folder

    @AutoCleanup
    DurableStore store

    def setup() {
        store = DurableStore.open(folder.resolve('state'))
    }

    /** What a kill would leave now. */
    private Map<String, Integer> left(String... names) {
        def copy = Files.createDirectories(folder.resolve("copy${folder.toFile().list().length}"))
        Files.copy(folder.resolve('state/state.db'), copy.resolve('state.db'))
        DurableStore.open(copy).withCloseable { then -> names.collectEntries { [(it): then.json(it).size()] } }
    }

    private static boolean waits(Thread thread) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS)
        while (!(thread.state in [Thread.State.WAITING, Thread.State.TERMINATED]) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000)
        }
        thread.state == Thread.State.WAITING
    }

    def 'a commit beside changes that belong together waits for their end, and then has all of them'() {
        given:
        def begun = new CountDownLatch(1)
        def goOn = new CountDownLatch(1)
        def unit = Thread.start {
            store.atomically {
                store.json('a').put('x', IntNode.valueOf(1))
                begun.countDown()
                goOn.await(SECONDS, TimeUnit.SECONDS)
                store.json('b').put('x', IntNode.valueOf(1))
            }
        }
        begun.await(SECONDS, TimeUnit.SECONDS)

        when:
        def other = Thread.start { store.commit() }

        then:
        waits(other)
        left('a', 'b') == [a: 0, b: 0]

        when:
        goOn.countDown()
        [unit, other]*.join(SECONDS * 1000)

        then:
        left('a', 'b') == [a: 1, b: 1]
    }

    def 'changes that belong together are written together also when they are more than the memory for changes'() {
        given:
        store.commit()
        def text = TextNode.valueOf('x' * (1 << 20))

        when:
        def during = store.atomically {
            64.times { store.json('large').put("k$it".toString(), text) }
            left('large')
        }
        store.commit()

        then:
        during == [large: 0]
        left('large') == [large: 64]
    }

    def 'many changes that nobody commits do not fill the memory'() {
        given:
        def text = TextNode.valueOf('x' * (1 << 20))

        when:
        64.times { store.json('large').put("k$it".toString(), text) }

        then:
        left('large').large > 32
    }

    def 'a commit in the middle of changes that belong together is refused'() {
        when:
        store.atomically {
            store.json('a').put('x', IntNode.valueOf(1))
            store.commit()
        }

        then:
        thrown(IllegalStateException)
    }

    def 'changes that belong to others already are part of them'() {
        when:
        def during = store.atomically {
            store.atomically { store.json('a').put('x', IntNode.valueOf(1)) }
            store.json('b').put('x', IntNode.valueOf(1))
            left('a', 'b')
        }

        then:
        during == [a: 0, b: 0]
    }

    def 'a commit that waits for one caller does not hold up another that the first one needs'() {
        given: 'one in the middle of its changes, who needs what the other has, and a commit that waits for it'
        def needed = new CountDownLatch(1)
        def begun = new CountDownLatch(1)
        def first = Thread.start {
            store.atomically {
                begun.countDown()
                needed.await(SECONDS, TimeUnit.SECONDS)
            }
        }
        begun.await(SECONDS, TimeUnit.SECONDS)
        store.json('a').put('x', IntNode.valueOf(1))
        def commit = Thread.start { store.commit() }
        assert waits(commit)

        when:
        def other = Thread.start { store.atomically { needed.countDown() } }
        [first, commit, other]*.join(SECONDS * 1000)

        then:
        needed.count == 0
        [first, commit, other].every { !it.alive }
    }

    def 'a commit gets in between changes that follow each other without a gap'() {
        given:
        def begun = new CountDownLatch(1)
        def isOver = new AtomicBoolean()
        def busy = Thread.start {
            int number = 0
            while (!isOver.get()) {
                store.json('a').put('x', IntNode.valueOf(number++))
                begun.countDown()
            }
        }
        begun.await(SECONDS, TimeUnit.SECONDS)

        when:
        def commits = Thread.start { 20.times { store.commit() } }
        commits.join(SECONDS * 1000)

        then:
        !commits.alive

        cleanup:
        isOver?.set(true)
        busy?.join(SECONDS * 1000)
    }

    def 'what is to be done outside is done when the changes are written, not before'() {
        given:
        def done = []

        when:
        store.atomically {
            store.json('a').put('x', IntNode.valueOf(1))
            store.afterCommit { done << left('a').a }
        }

        then:
        done.empty

        when:
        store.commit()

        then:
        done == [1]
    }

    def 'what is to be done outside is done at the end, if nobody commits before'() {
        given:
        def done = []
        store.json('a').put('x', IntNode.valueOf(1))
        store.afterCommit { done << store.json('a').size() }

        when:
        store.close()

        then:
        done == [1]
    }
}
