package sst.local.s3

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.time.Instant
import java.time.ZoneOffset
import java.time.format.DateTimeFormatter
import software.amazon.awssdk.core.sync.RequestBody
import software.amazon.awssdk.services.s3.S3Client
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm
import software.amazon.awssdk.services.s3.model.ChecksumMode
import software.amazon.awssdk.services.s3.model.CompletedPart
import software.amazon.awssdk.services.s3.model.ObjectAttributes
import software.amazon.awssdk.services.s3.model.ObjectIdentifier
import software.amazon.awssdk.services.s3.model.S3Exception
import software.amazon.awssdk.services.s3.model.Tag
import sst.local.CloudSpec

/** What clients count on beside the bytes: checksums, parts, markers, pages, conditions. */
class ObjectRulesSpec extends CloudSpec {
    private static final int PART = 5 * 1024 * 1024

    private S3Client s3

    def setup() {
        s3 = sdk(S3Client.builder()) as S3Client
        s3.createBucket { it.bucket('rules') }
    }

    def cleanup() {
        s3.close()
    }

    private void put(String key, String body = 'x') {
        s3.putObject({ it.bucket('rules').key(key) }, RequestBody.fromString(body))
    }

    private String refusal(Closure call) {
        try {
            call()
        } catch (S3Exception refused) {
            return "${refused.statusCode()} ${refused.awsErrorDetails().errorCode()}"
        }
        'none'
    }

    private HttpResponse<String> raw(String method, String path, Map<String, String> headers = [:]) {
        def request = HttpRequest.newBuilder(URI.create(cloud.endpoint() + path)).method(method, HttpRequest.BodyPublishers.noBody())
        headers.each { request.header(it.key, it.value) }
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString())
    }

    def 'an upload in parts has #algorithm checksums of its parts and of the whole'() {
        when:
        def upload = s3.createMultipartUpload { it.bucket('rules').key('big').checksumAlgorithm(algorithm) }
        def parts = (1..2).collect { number ->
            def body = RequestBody.fromBytes(new byte[number == 1 ? PART : 7])
            def part = s3.uploadPart({ it.bucket('rules').key('big').uploadId(upload.uploadId()).partNumber(number).checksumAlgorithm(algorithm) }, body)
            CompletedPart.builder().partNumber(number).eTag(part.eTag()).checksumCRC32(part.checksumCRC32()).checksumSHA256(part.checksumSHA256()).build()
        }
        def listed = s3.listParts { it.bucket('rules').key('big').uploadId(upload.uploadId()) }
        def complete = { s3.completeMultipartUpload { it.bucket('rules').key('big').uploadId(upload.uploadId()).multipartUpload { it.parts(parts) } } }
        def done = complete()
        def attributes = s3.getObjectAttributes { it.bucket('rules').key('big').maxParts(1).objectAttributes(ObjectAttributes.CHECKSUM, ObjectAttributes.OBJECT_PARTS, ObjectAttributes.OBJECT_SIZE) }
        def second = s3.headObject { it.bucket('rules').key('big').partNumber(2).checksumMode(ChecksumMode.ENABLED) }

        then:
        upload.checksumAlgorithm() == algorithm
        upload.checksumTypeAsString() == 'COMPOSITE'
        listed.checksumAlgorithm() == algorithm
        done.checksumTypeAsString() == 'COMPOSITE'
        [done.checksumCRC32(), done.checksumSHA256()].findAll()[0].endsWith('-2')
        attributes.objectSize() == PART + 7
        [attributes.checksum().checksumCRC32(), attributes.checksum().checksumSHA256()] == [done.checksumCRC32(), done.checksumSHA256()]
        attributes.objectParts().totalPartsCount() == 2
        attributes.objectParts().isTruncated()
        attributes.objectParts().nextPartNumberMarker() == 1
        attributes.objectParts().parts()*.size() == [PART as Long]
        second.partsCount() == 2
        second.contentLength() == 7
        [second.checksumCRC32(), second.checksumSHA256()] == [parts[1].checksumCRC32(), parts[1].checksumSHA256()]

        and: 'a completion whose answer was lost is answered again'
        complete().eTag() == done.eTag()

        where:
        algorithm << [ChecksumAlgorithm.CRC32, ChecksumAlgorithm.SHA256]
    }

    def 'parts that are not what was sent, and ranges that are not there, are refused'() {
        given:
        put('small', 'hello')
        def upload = s3.createMultipartUpload { it.bucket('rules').key('big').checksumAlgorithm(ChecksumAlgorithm.CRC32) }.uploadId()
        def etag = s3.uploadPart({ it.bucket('rules').key('big').uploadId(upload).partNumber(1) }, RequestBody.fromString('x')).eTag()
        def complete = { CompletedPart part -> refusal { s3.completeMultipartUpload { it.bucket('rules').key('big').uploadId(upload).multipartUpload { it.parts(part) } } } }
        def copy = { String range -> refusal { s3.uploadPartCopy { it.sourceBucket('rules').sourceKey('small').destinationBucket('rules').destinationKey('big').uploadId(upload).partNumber(2).copySourceRange(range) } } }

        expect:
        complete(CompletedPart.builder().partNumber(1).eTag('"no"').build() as CompletedPart) == '400 InvalidPart'
        complete(CompletedPart.builder().partNumber(1).eTag(etag).checksumCRC32('AAAAAA==').build() as CompletedPart) == '400 InvalidPart'
        complete(CompletedPart.builder().partNumber(2).eTag(etag).build() as CompletedPart) == '400 InvalidPart'
        copy('bytes=0-4') == 'none'
        copy('bytes=0-5') == '416 InvalidRange'
        copy('bytes=0') == '400 InvalidArgument'
        copy('0-1') == '400 InvalidArgument'
    }

    def 'a delete marker says so wherever it is met'() {
        given:
        s3.putBucketVersioning { it.bucket('rules').versioningConfiguration { it.status('Enabled') } }
        put('gone')
        def marker = s3.deleteObject { it.bucket('rules').key('gone') }

        when:
        def newest = raw('GET', '/rules/gone')
        def itself = raw('HEAD', "/rules/gone?versionId=${marker.versionId()}")
        def removed = s3.deleteObject { it.bucket('rules').key('gone').versionId(marker.versionId()) }

        then:
        marker.deleteMarker()
        newest.statusCode() == 404
        newest.body().contains('<Code>NoSuchKey</Code>')
        newest.headers().firstValue('x-amz-delete-marker').get() == 'true'
        newest.headers().firstValue('x-amz-version-id').get() == marker.versionId()
        itself.statusCode() == 405
        itself.headers().firstValue('x-amz-delete-marker').get() == 'true'
        itself.headers().firstValue('Last-Modified').isPresent()
        removed.deleteMarker()
        raw('GET', '/rules/gone').statusCode() == 200
    }

    def 'tags #tags are refused as #code'() {
        given:
        put('tagged')

        expect:
        refusal { s3.putObjectTagging { it.bucket('rules').key('tagged').tagging { it.tagSet(tags.collect { Tag.builder().key(it[0]).value(it[1]).build() as Tag }) } } } == code

        where:
        tags                                  || code
        [['k' * 129, 'v']]                    || '400 InvalidTag'
        [['k', 'v' * 257]]                    || '400 InvalidTag'
        [['k', 'v'], ['k', 'w']]              || '400 InvalidTag'
        (1..11).collect { ["k$it".toString(), 'v'] } || '400 BadRequest'
        [['k' * 128, 'v' * 256]]              || 'none'
    }

    def 'buckets are listed by pages, prefixes and regions'() {
        given:
        ['page-a', 'page-b', 'page-c'].each { name -> s3.createBucket { it.bucket(name) } }

        when:
        def first = s3.listBuckets { it.prefix('page-').maxBuckets(2) }
        def second = s3.listBuckets { it.prefix('page-').maxBuckets(2).continuationToken(first.continuationToken()) }

        then:
        first.buckets()*.name() == ['page-a', 'page-b']
        second.buckets()*.name() == ['page-c']
        second.continuationToken() == null
        s3.listBuckets { it.bucketRegion('eu-west-1') }.buckets() == []
        refusal { s3.listBuckets { it.maxBuckets(0) } } == '400 InvalidArgument'
    }

    def 'a bucket cannot be called #name'() {
        expect:
        def answer = raw('PUT', "/$name")
        answer.statusCode() == 400
        answer.body().contains('<Code>InvalidBucketName</Code>')

        where:
        name << ['ab', 'Upper', 'under_score', '-start', 'end-', 'two..dots', '192.168.1.1', 'xn--name', 'sthree-name', 'name-s3alias', 'name--ols-s3', 'a' * 64]
    }

    def 'a signed address is good for a week at most, and #expires is #status'() {
        given:
        put('signed')
        def now = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC).format(Instant.now())
        def signature = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=local%2F${now[0..7]}%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=$now&X-Amz-SignedHeaders=host&X-Amz-Signature=0"

        expect:
        def answer = raw('GET', "/rules/signed?$signature&X-Amz-Expires=$expires")
        answer.statusCode() == status
        answer.body().contains(text)

        where:
        expires  || status | text
        '604800' || 200    | 'x'
        '604801' || 400    | 'X-Amz-Expires must be less than a week (in seconds)'
        '-1'     || 400    | 'X-Amz-Expires must be non-negative'
        'soon'   || 400    | 'X-Amz-Expires should be a number'
    }

    def 'writes hold to their conditions'() {
        given:
        put('there')
        def etag = s3.headObject { it.bucket('rules').key('there') }.eTag()
        def write = { String key, Map given ->
            refusal { s3.putObject({ it.bucket('rules').key(key).ifMatch(given.match as String).ifNoneMatch(given.none as String) }, RequestBody.fromString('x')) }
        }

        expect:
        write('there', [none: '*']) == '412 PreconditionFailed'
        write('new', [none: '*']) == 'none'
        write('there', [none: etag]) == '501 NotImplemented'
        write('there', [match: '"no"']) == '412 PreconditionFailed'
        write('there', [match: etag]) == 'none'
        write('none', [match: etag]) == '404 NoSuchKey'
    }

    def 'several are deleted at once, each under its own condition'() {
        given:
        put('a')
        put('b')
        def identifiers = [ObjectIdentifier.builder().key('a').eTag('"no"').build(), ObjectIdentifier.builder().key('b').build(), ObjectIdentifier.builder().key('none').build()]

        when:
        def answer = s3.deleteObjects { it.bucket('rules').delete { it.objects(identifiers as List<ObjectIdentifier>) } }

        then:
        answer.deleted()*.key() == ['b', 'none']
        answer.errors().collect { [it.key(), it.code()] } == [['a', 'PreconditionFailed']]
        refusal { s3.deleteObjects { it.bucket('rules').delete { it.objects([] as List<ObjectIdentifier>) } } } == '400 MalformedXML'
    }

    def 'a copy keeps or replaces what hangs on the object'() {
        given:
        s3.putObject({ it.bucket('rules').key('from').metadata([a: '1']).contentType('text/plain').tagging('t=1').checksumAlgorithm(ChecksumAlgorithm.SHA256) }, RequestBody.fromString('hello'))
        def copy = { Map given -> s3.copyObject { it.sourceBucket('rules').sourceKey('from').destinationBucket('rules').destinationKey(given.key as String).metadata((given.metadata ?: [:]) as Map).metadataDirective(given.directive as String).contentType(given.type as String) } }

        when:
        def kept = copy([key: 'kept'])
        copy([key: 'replaced', directive: 'REPLACE', metadata: [b: '2'], type: 'text/html'])

        then:
        kept.copyObjectResult().checksumSHA256() == 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ='
        s3.headObject { it.bucket('rules').key('kept') }.with { [it.metadata(), it.contentType()] } == [[a: '1'], 'text/plain']
        s3.headObject { it.bucket('rules').key('replaced') }.with { [it.metadata(), it.contentType()] } == [[b: '2'], 'text/html']
        s3.getObjectTagging { it.bucket('rules').key('replaced') }.tagSet()*.key() == ['t']
        refusal { copy([key: 'from']) } == '400 InvalidRequest'
        refusal { copy([key: 'x', directive: 'SOME']) } == '400 InvalidArgument'
    }

    def 'the range #range of five bytes is #status #text'() {
        given:
        put('five', 'hello')

        expect:
        def answer = raw('GET', '/rules/five', [Range: range])
        answer.statusCode() == status
        answer.body().contains(text)

        where:
        range         || status | text
        'bytes=0-0'   || 206    | 'h'
        'bytes=1-'    || 206    | 'ello'
        'bytes=-2'    || 206    | 'lo'
        'bytes=-99'   || 206    | 'hello'
        'bytes=3-99'  || 206    | 'lo'
        'bytes=5-'    || 416    | 'InvalidRange'
        'bytes=-0'    || 416    | 'InvalidRange'
        'bytes=3-1'   || 200    | 'hello'
        'lines=1-2'   || 200    | 'hello'
        'bytes=0-1,3-4' || 200  | 'hello'
    }

    def 'versions are listed by pages, and keys with blanks come back as they are'() {
        given:
        s3.putBucketVersioning { it.bucket('rules').versioningConfiguration { it.status('Enabled') } }
        ['a b', 'a b', 'c+d'].each { put(it) }
        s3.deleteObject { it.bucket('rules').key('a b') }

        when:
        def first = s3.listObjectVersions { it.bucket('rules').maxKeys(2).encodingType('url') }
        def second = s3.listObjectVersions { it.bucket('rules').maxKeys(2).encodingType('url').keyMarker(first.nextKeyMarker()).versionIdMarker(first.nextVersionIdMarker()) }

        then:
        first.isTruncated()
        first.deleteMarkers()*.key() == ['a b']
        first.versions()*.key() == ['a b']
        second.versions()*.key() == ['a b', 'c+d']
        !second.isTruncated()
        raw('GET', '/rules?list-type=2&encoding-type=url').body().contains('<Key>c%2Bd</Key>')
        raw('GET', '/rules?versions&encoding-type=url').body().contains('<Key>a%20b</Key>')
    }

    def 'access lists are those of a bucket that enforces its owner'() {
        given:
        put('mine')

        expect:
        refusal { s3.putObjectAcl { it.bucket('rules').key('mine').acl('private') } } == 'none'
        refusal { s3.putObjectAcl { it.bucket('rules').key('mine').acl('public-read') } } == '400 AccessControlListNotSupported'
        refusal { s3.putBucketAcl { it.bucket('rules').acl('public-read') } } == '400 AccessControlListNotSupported'
    }
}
