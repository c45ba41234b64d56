package sst.local.kinesis.shard

import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import sst.local.port.Host
import sst.local.port.StreamAccess
import sst.local.sqs.MovedClock
import sst.local.store.DurableStore

/** Streams below their calls. */
class DataStreamsSpec extends Specification {
    private static final StreamName NAME = new StreamName('us-east-1', 's')
    private static final BigInteger HALF = 2G**127

    @TempDir
    Path folder

    final MovedClock clock = new MovedClock()

    @AutoCleanup
    DurableStore store

    DataStreams streams

    def setup() {
        store = DurableStore.open(folder)
        streams = new DataStreams(new Host(store, clock, ''))
    }

    def cleanup() {
        streams.close()
    }

    private void split() {
        streams.change(NAME) { it.with(it.shards().split(it.shards().open()[0], HALF, clock.millis())) }
    }

    private void put(String hash) {
        streams.put(NAME, [new DataStreams.NewRecord('k', hash, '')])
    }

    def 'a closed shard is gone when its records are too old; its children stay'() {
        given:
        streams.create(NAME, 1, StreamSettings.of(false))
        put('0')
        split()

        when:
        clock.forward(24 * 3600 - 60)

        then:
        !streams.trim()

        when:
        clock.forward(120)

        then:
        streams.trim()
        streams.existing(NAME).shards().all()*.number() == [1, 2]
    }

    def 'a shard has ended when it is closed and read to its last record'() {
        given:
        streams.create(NAME, 1, StreamSettings.of(false))
        def reader = new ShardReader(streams)
        def parent = new StreamAccess.Shard(NAME.arn(), DataShard.id(0))
        put('0')

        expect:
        !reader.isEnded(parent, 1)

        when:
        split()

        then:
        !reader.isEnded(parent, 0)
        reader.isEnded(parent, 1)
        reader.parents(new StreamAccess.Shard(NAME.arn(), DataShard.id(2))) == [DataShard.id(0)]
    }

    def 'a stream that was kept with a number of shards alone has them still'() {
        given:
        streams.create(NAME, 1, StreamSettings.of(false))
        store.json('kinesis.streams').put('us-east-1/s', new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree('{"uid":"u","created":5000,"shards":2,"retention":48,"onDemand":true,"tags":{}}'))

        when:
        def stream = streams.existing(NAME)

        then:
        stream.shards().open()*.keys()*.lowest() == [0G, HALF]
        stream.settings() == new StreamSettings(48, true, '', [])
    }

    def 'records that are put while a shard is split are all read'() {
        given:
        streams.create(NAME, 1, StreamSettings.of(false))
        def putting = Thread.start { 400.times { put((it % 2 ? HALF : 0G).toString()) } }

        when:
        split()
        def closed = streams.existing(NAME).shards().all()[0]
        def ended = streams.logs().newest(streams.existing(NAME).log(closed))
        putting.join()
        def all = streams.existing(NAME)

        then:
        streams.logs().newest(all.log(closed)) == ended
        all.shards().all().sum { streams.logs().newest(all.log(it)) } == 400
    }
}
