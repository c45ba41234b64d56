package sst.local.store

import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.ObjectNode
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir

class DurableStoreSpec extends Specification {
    private static final ObjectMapper MAPPER = new ObjectMapper()

    @TempDir
    Path folder

    private static ObjectNode value(int number) {
        MAPPER.createObjectNode().put('number', number)
    }

    def 'committed values are there after the store is opened again'() {
        given:
        def store = DurableStore.open(folder)
        store.json('a').put('x', value(1))
        store.bytes('b').put([1, 2] as byte[], [3] as byte[])
        store.commit()
        store.close()

        when:
        def again = DurableStore.open(folder)

        then:
        again.json('a').get('x') == value(1)
        again.bytes('b').get([1, 2] as byte[]) == [3] as byte[]

        cleanup:
        again?.close()
    }

    def 'a value that was read is a copy, and so is the one that was put'() {
        given:
        def store = DurableStore.open(folder)
        def original = value(1)
        store.json('a').put('x', original)

        when:
        original.put('number', 2)
        (store.json('a').get('x') as ObjectNode).put('number', 3)

        then:
        store.json('a').get('x') == value(1)

        cleanup:
        store.close()
    }

    def 'a file copied while the store runs, as a kill leaves it, holds every commit and a torn tail is dropped'() {
        given:
        def store = DurableStore.open(folder)
        (1..50).each {
            store.json('a').put('k' + it, value(it))
            store.commit()
        }
        def killed = Files.createDirectories(folder.resolve('killed'))
        Files.copy(folder.resolve('state.db'), killed.resolve('state.db'))
        Files.write(killed.resolve('state.db'), ('chunk:torn' * 500).bytes, StandardOpenOption.APPEND)

        when:
        def again = DurableStore.open(killed)

        then:
        again.json('a').size() == 50
        again.json('a').get('k50') == value(50)

        cleanup:
        again?.close()
        store.close()
    }

    def 'a file whose last commit is damaged opens with the commit before it'() {
        given:
        def store = DurableStore.open(folder)
        store.json('a').put('x', value(1))
        store.commit()
        def killed = Files.createDirectories(folder.resolve('killed'))
        def sizeBefore = Files.size(folder.resolve('state.db'))
        store.json('a').put('x', value(2))
        store.commit()
        Files.copy(folder.resolve('state.db'), killed.resolve('state.db'))
        def bytes = Files.readAllBytes(killed.resolve('state.db'))
        Arrays.fill(bytes, (int) sizeBefore, bytes.length, (byte) 0x5A)
        Files.write(killed.resolve('state.db'), bytes)

        when:
        def again = DurableStore.open(killed)

        then:
        again.json('a').get('x') == value(1)

        cleanup:
        again?.close()
        store.close()
    }

    def 'a half-written file head is no loss'() {
        given:
        def store = DurableStore.open(folder)
        store.json('a').put('x', value(1))
        store.commit()
        def killed = Files.createDirectories(folder.resolve('killed'))
        Files.copy(folder.resolve('state.db'), killed.resolve('state.db'))
        def bytes = Files.readAllBytes(killed.resolve('state.db'))
        Arrays.fill(bytes, 100, 4096, (byte) 0x5A)
        Files.write(killed.resolve('state.db'), bytes)

        when:
        def again = DurableStore.open(killed)

        then:
        again.json('a').get('x') == value(1)

        cleanup:
        again?.close()
        store.close()
    }

    def 'a file that is no store at all is refused by name and left alone'() {
        given:
        Files.write(folder.resolve('state.db'), ('not a store ' * 2000).bytes)
        def before = Files.readAllBytes(folder.resolve('state.db'))

        when:
        DurableStore.open(folder)

        then:
        def refused = thrown(StoreException)
        refused.message.contains('state.db')
        Files.readAllBytes(folder.resolve('state.db')) == before
    }

    def 'commits of many threads lose nothing'() {
        given:
        def store = DurableStore.open(folder)
        def threads = Executors.newFixedThreadPool(8)
        def done = new CountDownLatch(8)

        when:
        8.times { thread ->
            threads.execute {
                100.times {
                    store.json('a').put("$thread-$it".toString(), value(it))
                    store.commit()
                }
                done.countDown()
            }
        }
        def isDone = done.await(300, TimeUnit.SECONDS)
        store.close()
        def again = DurableStore.open(folder)

        then:
        isDone
        again.json('a').size() == 800

        cleanup:
        threads?.shutdown()
        again?.close()
    }

    def 'readers are not disturbed by writers, and the file stays small however often a value changes'() {
        given:
        def store = DurableStore.open(folder)
        def map = store.json('a')
        (1..300).each { map.put(String.format('%03d', it), value(0)) }
        def writers = Executors.newFixedThreadPool(2)
        def written = (0..1).collect { offset ->
            writers.submit({
                (1..1000).each { round ->
                    map.put(String.format('%03d', (round * 7 + offset) % 300 + 1), value(round))
                    store.commit()
                }
            } as Runnable)
        }

        when:
        def sizes = [] as Set
        while (!written.every { it.done }) {
            sizes << map.entrySet().count { it.value.has('number') }
        }
        written*.get()

        then:
        sizes == [300] as Set
        Files.size(folder.resolve('state.db')) < 20_000_000

        cleanup:
        writers?.shutdown()
        store.close()
    }

    def 'a dropped map is empty when it is used again'() {
        given:
        def store = DurableStore.open(folder)
        store.json('a').put('x', value(1))

        when:
        store.drop('a')

        then:
        store.json('a').isEmpty()

        cleanup:
        store.close()
    }

    def 'a folder name cannot leave the state folder'() {
        given:
        def store = DurableStore.open(folder)

        when:
        store.folder(name)

        then:
        thrown(IllegalArgumentException)

        cleanup:
        store.close()

        where:
        name << ['..', '../x', '/etc', 'a/b', '']
    }

    def 'a commit waits for changes of which a kill must leave all or none'() {
        given:
        def store = DurableStore.open(folder)
        def map = store.json('together')
        def committed = new CountDownLatch(1)

        when:
        def isCut = store.atomically {
            map.put('a', value(1))
            Thread.start { store.commit(); committed.countDown() }
            def early = committed.await(300, TimeUnit.MILLISECONDS)
            map.put('b', value(2))
            early
        }

        then:
        !isCut
        committed.await(120, TimeUnit.SECONDS)

        cleanup:
        store.close()
    }
}
