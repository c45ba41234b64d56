package sst.runner.assets

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir
import sst.runner.aws.BlobPort
import sst.runner.fake.FakeBlobs

class PublisherSpec extends Specification {
    @TempDir
    Path folder

    def blobs = new FakeBlobs()
    def events = []
    def publisher = new Publisher(folder.resolve('cache'), { it.run() }, { events << it })

    Publication publication(String id, boolean zip = true) {
        Path source = Files.createDirectories(folder.resolve(id))
        Files.writeString(source.resolve('x'), id)
        new Publication(blobs, new BlobPort.Bucket('b', '1'), id + '.zip', zip ? source : source.resolve('x'), zip, id, id)
    }

    def "what is there already is not sent again"() {
        given:
        publisher.publish([publication('a'), publication('b')])
        blobs.calls.clear()

        when:
        publisher.publish([publication('a'), publication('b')])

        then:
        blobs.calls == ['list ']
    }

    def "in a bucket of many pages missing objects are asked for one by one"() {
        given:
        (1..9).each { blobs.objects["0$it" as String] = new byte[100] }
        publisher.publish([publication('a')])
        blobs.calls.clear()

        when:
        publisher.publish([publication('a'), publication('b')])

        then:
        blobs.calls == ['list ', 'list a.zip', 'list b.zip', 'put b.zip']
    }

    def "the trace of a broken upload is replaced"() {
        given:
        blobs.objects['a.zip'] = new byte[22]

        when:
        publisher.publish([publication('a')])

        then:
        blobs.objects['a.zip'].length > 22
    }

    def "one asset in two stacks is sent once"() {
        when:
        publisher.publish([publication('a'), publication('a')])

        then:
        blobs.calls.count { it == 'put a.zip' } == 1
    }
}
