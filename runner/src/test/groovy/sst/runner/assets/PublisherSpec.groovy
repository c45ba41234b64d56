package sst.runner.assets

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir
import sst.runner.aws.BlobPort
import sst.model.diagnostic.CloudError
import sst.runner.aws.AwsFailure
import sst.runner.deploy.pace.Patience
import sst.runner.deploy.pace.Stop
import sst.runner.fake.FakeBlobs
import sst.runner.fake.FakePace

class PublisherSpec extends Specification {
    @TempDir
    Path folder

    def blobs = new FakeBlobs()
    def events = []
    def publisher = new Publisher(folder.resolve('cache'), { it.run() }, new Patience(new FakePace(), new Stop(), { events << it }), { events << it })

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

    def "an upload that breaks off is sent again as a whole"() {
        given:
        int broken = 2
        blobs.around = { String when, String call ->
            if (call == 'put' && when == 'before' && broken-- > 0) {
                throw new AwsFailure(AwsFailure.Kind.UNREACHABLE, 'SdkClientException', 'Connection reset')
            }
        }

        when:
        publisher.publish([publication('a')])

        then:
        blobs.calls.count { it.startsWith('put') } == 3
        blobs.objects.size() == 1
    }

    def "a bucket that is #state is named with what to do, and nothing is sent"() {
        given:
        blobs.around = { String when, String call -> throw new AwsFailure(kind, code, 'no') }

        when:
        publisher.publish([publication('a')])

        then:
        def error = thrown(CloudError)
        error.diagnostic().summary().contains(said)
        error.diagnostic().hint().contains(hint)
        blobs.calls.every { it.startsWith('list') }

        where:
        state            | kind                       | code           || said                       | hint
        'gone'           | AwsFailure.Kind.NOT_FOUND  | 'NoSuchBucket' || 'is gone'                  | 'sst bootstrap'
        "somebody else's" | AwsFailure.Kind.DENIED     | 'AccessDenied' || 'belongs to another account' | 'look whose bucket'
    }
}
