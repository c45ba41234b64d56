package sst.local.store

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.IntNode
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class MapViewSpec extends Specification {
    @TempDir
    Path folder

    DurableStore store
    NavigableMap<String, JsonNode> map
    TreeMap<String, JsonNode> model

    def setup() {
        store = DurableStore.open(folder)
        map = store.json('m')
        model = new TreeMap<>()
        ['b', 'd', 'f', 'h', 'j'].eachWithIndex { key, at ->
            map.put(key, IntNode.valueOf(at))
            model.put(key, IntNode.valueOf(at))
        }
    }

    def cleanup() {
        store.close()
    }

    private static List<Closure<NavigableMap<String, JsonNode>>> views() {
        [
            { it },
            { it.descendingMap() },
            { it.subMap('b', true, 'h', true) },
            { it.subMap('b', false, 'h', false) },
            { it.headMap('e', true) },
            { it.tailMap('d', false) },
            { it.tailMap('c', true).descendingMap() },
            { it.descendingMap().headMap('d', true) },
            { it.descendingMap().tailMap('h', false).headMap('b', false) },
            { it.subMap('x', true, 'z', true) },
            { it.headMap('a', true) }
        ]
    }

    def 'streams are told no size, since others may add while they run: Accept exceeded fixed size'() {
        expect:
        [map.values(), map.entrySet(), map.navigableKeySet()].every { !it.spliterator().hasCharacteristics(Spliterator.SIZED) }
        map.values().stream().toList()*.intValue() == [0, 1, 2, 3, 4]
    }

    def 'view #number behaves as the same view of a TreeMap'() {
        given:
        def ours = views()[number](map)
        def theirs = views()[number](model)

        expect:
        ours == theirs
        ours.size() == theirs.size()
        ours.isEmpty() == theirs.isEmpty()
        ours.keySet() as List == theirs.keySet() as List
        ours.values() as List == theirs.values() as List
        ours.descendingKeySet() as List == theirs.descendingKeySet() as List
        ours.firstEntry() == theirs.firstEntry()
        ours.lastEntry() == theirs.lastEntry()

        and:
        ('a'..'k').every { key ->
            ours.get(key) == theirs.get(key) &&
                    ours.containsKey(key) == theirs.containsKey(key) &&
                    ours.lowerKey(key) == theirs.lowerKey(key) &&
                    ours.floorKey(key) == theirs.floorKey(key) &&
                    ours.ceilingKey(key) == theirs.ceilingKey(key) &&
                    ours.higherKey(key) == theirs.higherKey(key)
        }

        where:
        number << (0..<views().size())
    }

    def 'an iterator removes what it showed last, and clearing a range spares the rest'() {
        when:
        def entries = map.entrySet().iterator()
        entries.next()
        entries.remove()
        map.subMap('f', true, 'h', true).clear()

        then:
        map.keySet() as List == ['d', 'j']
    }

    def 'polling takes entries from either end'() {
        expect:
        map.pollFirstEntry().key == 'b'
        map.pollLastEntry().key == 'j'
        map.descendingMap().pollFirstEntry().key == 'h'
        map.keySet() as List == ['d', 'f']
    }

    def 'byte keys are ordered as unsigned numbers'() {
        given:
        def bytes = store.bytes('b')

        when:
        [[0x80], [0x7F], [0x7F, 0x00], [0xFF], [0x00]].each { bytes.put(it as byte[], [1] as byte[]) }

        then:
        bytes.keySet().collect { it.collect { it & 0xFF } } == [[0x00], [0x7F], [0x7F, 0x00], [0x80], [0xFF]]
    }

    def 'putIfAbsent keeps what is there'() {
        expect:
        map.putIfAbsent('b', IntNode.valueOf(99)) == IntNode.valueOf(0)
        map.putIfAbsent('c', IntNode.valueOf(7)) == null
        map.get('b') == IntNode.valueOf(0)
        map.get('c') == IntNode.valueOf(7)
    }
}
