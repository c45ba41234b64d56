package sst.local

import java.nio.file.Path
import java.time.Clock
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider
import software.amazon.awssdk.core.sync.RequestBody
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient
import software.amazon.awssdk.regions.Region
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent
import software.amazon.awssdk.services.iam.IamClient
import software.amazon.awssdk.services.iam.model.NoSuchEntityException
import software.amazon.awssdk.services.s3.S3Client
import software.amazon.awssdk.services.s3.S3Configuration
import software.amazon.awssdk.services.s3.model.CompletedPart
import software.amazon.awssdk.services.s3.model.NoSuchKeyException
import software.amazon.awssdk.services.s3.model.ObjectIdentifier
import software.amazon.awssdk.services.s3.model.S3Exception
import software.amazon.awssdk.services.s3.model.Tag
import software.amazon.awssdk.services.s3.presigner.S3Presigner
import software.amazon.awssdk.services.ssm.SsmClient
import software.amazon.awssdk.services.ssm.model.ParameterAlreadyExistsException
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException
import software.amazon.awssdk.services.sts.StsClient
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The AWS SDK for Java as a client that we did not write. */
class SdkSpec extends Specification {
    private static final String TRUST = '{"Version":"2012-10-17","Statement":[]}'

    @TempDir
    @Shared
    Path folder

    @Shared
    LocalCloud cloud

    @Shared
    S3Client s3

    def setupSpec() {
        cloud = LocalCloud.start(new CloudSettings(folder, 0), Clock.systemUTC())
        s3 = client(S3Client.builder()) as S3Client
    }

    def cleanupSpec() {
        s3?.close()
        cloud?.close()
    }

    private Object client(Object builder) {
        builder.endpointOverride(URI.create(cloud.endpoint()))
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create('local', 'local')))
                .httpClient(UrlConnectionHttpClient.create())
                .build()
    }

    private static RequestBody text(String text) {
        RequestBody.fromString(text)
    }

    private String bucket() {
        def name = 'bucket-' + UUID.randomUUID()
        s3.createBucket { it.bucket(name) }
        name
    }

    private void put(String bucket, String key, String body) {
        s3.putObject({ it.bucket(bucket).key(key) }, text(body))
    }

    private String get(String bucket, String key) {
        s3.getObjectAsBytes { it.bucket(bucket).key(key) }.asUtf8String()
    }

    def 'an object comes back with its bytes, headers, metadata and tags'() {
        given:
        def bucket = bucket()
        s3.putObject({
            it.bucket(bucket).key('a/ü +%.txt').contentType('text/plain').cacheControl('no-cache')
                    .metadata([who: 'me']).tagging('k=v')
        }, text('hello'))

        when:
        def head = s3.headObject { it.bucket(bucket).key('a/ü +%.txt') }

        then:
        get(bucket, 'a/ü +%.txt') == 'hello'
        head.contentLength() == 5
        head.contentType() == 'text/plain'
        head.cacheControl() == 'no-cache'
        head.metadata() == [who: 'me']
        head.eTag() == '"5d41402abc4b2a76b9719d911017c592"'
        s3.getObjectTagging { it.bucket(bucket).key('a/ü +%.txt') }.tagSet() == [Tag.builder().key('k').value('v').build()]
        s3.listObjectsV2 { it.bucket(bucket) }.contents()*.key() == ['a/ü +%.txt']
    }

    def 'a key that tries to leave its folder is a key like any other'() {
        given:
        def bucket = bucket()

        when:
        put(bucket, '../../../escape', 'x')

        then:
        get(bucket, '../../../escape') == 'x'
        !folder.resolve('../escape').toFile().exists()
        s3.listObjectsV2 { it.bucket(bucket) }.contents()*.key() == ['../../../escape']
    }

    def 'missing keys and buckets are named'() {
        given:
        def bucket = bucket()

        when:
        get(bucket, 'nothing')

        then:
        thrown(NoSuchKeyException)

        when:
        s3.listObjectsV2 { it.bucket('no-such-bucket-here') }

        then:
        def error = thrown(S3Exception)
        error.awsErrorDetails().errorCode() == 'NoSuchBucket'
    }

    def 'a listing folds at the delimiter and goes on page by page'() {
        given:
        def bucket = bucket()
        ['a', 'b/1', 'b/2', 'c', 'd/x/y', 'e'].each { put(bucket, it, it) }

        when:
        def pages = s3.listObjectsV2Paginator { it.bucket(bucket).delimiter('/').maxKeys(2) }.toList()

        then:
        pages.size() == 3
        pages*.contents().flatten()*.key() == ['a', 'c', 'e']
        pages*.commonPrefixes().flatten()*.prefix() == ['b/', 'd/']
        s3.listObjectsV2Paginator { it.bucket(bucket).maxKeys(2) }.contents()*.key() == ['a', 'b/1', 'b/2', 'c', 'd/x/y', 'e']
        s3.listObjectsV2 { it.bucket(bucket).prefix('b/').startAfter('b/1') }.contents()*.key() == ['b/2']
        s3.listObjects { it.bucket(bucket).marker('c') }.contents()*.key() == ['d/x/y', 'e']
    }

    def 'of several that create the same key only one succeeds'() {
        given:
        def bucket = bucket()
        def threads = Executors.newFixedThreadPool(8)

        when:
        def statuses = threads.invokeAll((1..8).collect { number ->
            {
                try {
                    s3.putObject({ it.bucket(bucket).key('once').ifNoneMatch('*') }, text("$number"))
                    return 200
                } catch (S3Exception refused) {
                    return refused.statusCode()
                }
            } as Callable<Integer>
        })*.get()

        then:
        statuses.count(200) == 1
        statuses.count(412) == 7

        cleanup:
        threads?.shutdown()
    }

    def 'conditions and ranges of reads hold'() {
        given:
        def bucket = bucket()
        put(bucket, 'k', '0123456789')
        def etag = s3.headObject { it.bucket(bucket).key('k') }.eTag()

        expect:
        s3.getObjectAsBytes { it.bucket(bucket).key('k').range('bytes=2-4') }.asUtf8String() == '234'
        s3.getObjectAsBytes { it.bucket(bucket).key('k').range('bytes=-3') }.asUtf8String() == '789'
        status { s3.getObjectAsBytes { it.bucket(bucket).key('k').range('bytes=10-') } } == 416
        status { s3.getObjectAsBytes { it.bucket(bucket).key('k').ifNoneMatch(etag) } } == 304
        status { s3.getObjectAsBytes { it.bucket(bucket).key('k').ifMatch('"other"') } } == 412
        status { s3.putObject({ it.bucket(bucket).key('k').ifMatch('"other"') }, text('x')) } == 412
        status { s3.headObject { it.bucket(bucket).key('k').expectedBucketOwner('111111111111') } } == 403
        get(bucket, 'k') == '0123456789'
    }

    private static int status(Closure<?> call) {
        try {
            call.call()
            return 200
        } catch (S3Exception refused) {
            return refused.statusCode()
        }
    }

    def 'an upload in parts becomes one object'() {
        given:
        def bucket = bucket()
        def first = new byte[5 * 1024 * 1024]
        new Random(1).nextBytes(first)
        def id = s3.createMultipartUpload { it.bucket(bucket).key('big') }.uploadId()
        def etags = [first, 'end'.bytes].withIndex().collect { bytes, at ->
            s3.uploadPart({ it.bucket(bucket).key('big').uploadId(id).partNumber(at + 1) }, RequestBody.fromBytes(bytes)).eTag()
        }

        when:
        def parts = etags.withIndex().collect { etag, at -> CompletedPart.builder().partNumber(at + 1).eTag(etag).build() }
        def done = s3.completeMultipartUpload { it.bucket(bucket).key('big').uploadId(id).multipartUpload { it.parts(parts) } }

        then:
        done.eTag() ==~ /"[0-9a-f]{32}-2"/
        def whole = s3.getObjectAsBytes { it.bucket(bucket).key('big') }.asByteArray()
        Arrays.mismatch(whole, first) == first.length
        new String(whole, first.length, whole.length - first.length) == 'end'
        s3.listMultipartUploads { it.bucket(bucket) }.uploads().empty
    }

    def 'a bucket with versions keeps what was overwritten and deleted'() {
        given:
        def bucket = bucket()
        s3.putBucketVersioning { it.bucket(bucket).versioningConfiguration { it.status('Enabled') } }
        put(bucket, 'k', 'one')
        put(bucket, 'k', 'two')
        def first = s3.listObjectVersions { it.bucket(bucket) }.versions()[1].versionId()

        when:
        s3.deleteObject { it.bucket(bucket).key('k') }

        then:
        status { get(bucket, 'k') } == 404
        s3.getObjectAsBytes { it.bucket(bucket).key('k').versionId(first) }.asUtf8String() == 'one'
        s3.listObjectVersions { it.bucket(bucket) }.deleteMarkers().size() == 1
        s3.listObjectVersionsPaginator { it.bucket(bucket).maxKeys(1) }.versions().size() == 2
        status { s3.deleteBucket { it.bucket(bucket) } } == 409

        when:
        def listing = s3.listObjectVersions { it.bucket(bucket) }
        (listing.versions() + listing.deleteMarkers()).each { version ->
            s3.deleteObject { it.bucket(bucket).key(version.key()).versionId(version.versionId()) }
        }
        s3.deleteBucket { it.bucket(bucket) }

        then:
        status { s3.headBucket { it.bucket(bucket) } } == 404
    }

    def 'objects are copied and deleted many at once'() {
        given:
        def bucket = bucket()
        put(bucket, 'a', 'x')

        when:
        s3.copyObject { it.sourceBucket(bucket).sourceKey('a').destinationBucket(bucket).destinationKey('b') }

        then:
        get(bucket, 'b') == 'x'

        when:
        def keys = ['a', 'b', 'never'].collect { ObjectIdentifier.builder().key(it).build() }
        def gone = s3.deleteObjects { it.bucket(bucket).delete { it.objects(keys) } }

        then:
        gone.deleted()*.key() == ['a', 'b', 'never']
        s3.listObjectsV2 { it.bucket(bucket) }.contents().empty
    }

    def 'a presigned URL works until it expires'() {
        given:
        def bucket = bucket()
        put(bucket, 'k', 'shared')
        def presigner = S3Presigner.builder().endpointOverride(URI.create(cloud.endpoint())).region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create('local', 'local')))
                .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build()).build()

        when:
        def url = presigner.presignGetObject {
            it.signatureDuration(java.time.Duration.ofHours(1)).getObjectRequest { it.bucket(bucket).key('k') }
        }.url()
        def stale = new URL(url.toString().replaceFirst('X-Amz-Date=\\d{8}', 'X-Amz-Date=20200101'))

        then:
        url.text == 'shared'
        (stale.openConnection() as HttpURLConnection).responseCode == 403

        cleanup:
        presigner?.close()
    }

    def 'parameters have versions, history, paths and errors of their own'() {
        given:
        def ssm = client(SsmClient.builder()) as SsmClient
        ssm.putParameter { it.name('/app/one').value('1').type('String') }
        ssm.putParameter { it.name('/app/two').value('hidden').type('SecureString') }
        ssm.putParameter { it.name('/app/one').value('2').overwrite(true) }

        expect:
        ssm.getParameter { it.name('/app/one') }.parameter().value() == '2'
        ssm.getParameter { it.name('/app/one:1') }.parameter().value() == '1'
        ssm.getParameter { it.name('/app/two') }.parameter().value() != 'hidden'
        ssm.getParameter { it.name('/app/two').withDecryption(true) }.parameter().value() == 'hidden'
        ssm.getParametersByPath { it.path('/app') }.parameters()*.name() == ['/app/one', '/app/two']
        ssm.getParametersByPathPaginator { it.path('/').recursive(true).maxResults(1) }.collectMany { it.parameters() }*.name() == ['/app/one', '/app/two']
        ssm.getParameterHistory { it.name('/app/one') }.parameters()*.version() == [1L, 2L]
        ssm.getParameters { it.names('/app/one', '/none') }.invalidParameters() == ['/none']

        when:
        ssm.putParameter { it.name('/app/one').value('3').type('String') }

        then:
        thrown(ParameterAlreadyExistsException)

        when:
        ssm.getParameter { it.name('/none') }

        then:
        thrown(ParameterNotFoundException)

        cleanup:
        ssm?.close()
    }

    def 'a secure string does not lie open on disk'() {
        given:
        def ssm = client(SsmClient.builder()) as SsmClient

        when:
        ssm.putParameter { it.name('/sealed').value('PLAIN-AS-DAY').type('SecureString') }

        then:
        !new String(folder.resolve('state.db').toFile().bytes, 'ISO-8859-1').contains('PLAIN-AS-DAY')

        cleanup:
        ssm?.close()
    }

    def 'log events are read forward, backward and by pattern'() {
        given:
        def logs = client(CloudWatchLogsClient.builder()) as CloudWatchLogsClient
        def now = System.currentTimeMillis()
        logs.createLogGroup { it.logGroupName('/g') }
        logs.createLogStream { it.logGroupName('/g').logStreamName('s') }
        def events = (1..5).collect { InputLogEvent.builder().timestamp(now + it).message("line $it".toString()).build() }
        logs.putLogEvents { it.logGroupName('/g').logStreamName('s').logEvents(events) }

        when:
        def head = logs.getLogEvents { it.logGroupName('/g').logStreamName('s').startFromHead(true).limit(3) }
        def rest = logs.getLogEvents { it.logGroupName('/g').logStreamName('s').nextToken(head.nextForwardToken()) }
        def end = logs.getLogEvents { it.logGroupName('/g').logStreamName('s').nextToken(rest.nextForwardToken()) }
        def tail = logs.getLogEvents { it.logGroupName('/g').logStreamName('s').limit(2) }
        def back = logs.getLogEvents { it.logGroupName('/g').logStreamName('s').limit(2).nextToken(tail.nextBackwardToken()) }

        then:
        head.events()*.message() == ['line 1', 'line 2', 'line 3']
        rest.events()*.message() == ['line 4', 'line 5']
        end.events().empty && end.nextForwardToken() == rest.nextForwardToken()
        tail.events()*.message() == ['line 4', 'line 5']
        back.events()*.message() == ['line 2', 'line 3']
        logs.filterLogEventsPaginator { it.logGroupName('/g').filterPattern('line -"e 3"').limit(2) }.events()*.message() ==
                ['line 1', 'line 2', 'line 4', 'line 5']
        logs.filterLogEvents { it.logGroupName('/g').startTime(now + 2).endTime(now + 3) }.events()*.message() == ['line 2', 'line 3']
        logs.describeLogStreams { it.logGroupName('/g') }.logStreams()[0].lastEventTimestamp() == now + 5

        cleanup:
        logs?.close()
    }

    def 'roles and policies are recorded'() {
        given:
        def iam = client(IamClient.builder().region(Region.AWS_GLOBAL)) as IamClient
        iam.createRole { it.roleName('r').assumeRolePolicyDocument(TRUST).tags { it.key('a').value('b') } }
        iam.putRolePolicy { it.roleName('r').policyName('in').policyDocument(TRUST) }
        def arn = iam.createPolicy { it.policyName('p').policyDocument(TRUST) }.policy().arn()
        iam.attachRolePolicy { it.roleName('r').policyArn(arn) }
        iam.attachRolePolicy { it.roleName('r').policyArn('arn:aws:iam::aws:policy/ReadOnlyAccess') }

        expect:
        iam.getRole { it.roleName('r') }.role().arn() == 'arn:aws:iam::000000000000:role/r'
        URLDecoder.decode(iam.getRole { it.roleName('r') }.role().assumeRolePolicyDocument(), 'UTF-8') == TRUST
        iam.getRole { it.roleName('r') }.role().tags()*.value() == ['b']
        iam.listRolePolicies { it.roleName('r') }.policyNames() == ['in']
        iam.listAttachedRolePolicies { it.roleName('r') }.attachedPolicies()*.policyName() as Set == ['p', 'ReadOnlyAccess'] as Set
        iam.getPolicy { it.policyArn(arn) }.policy().attachmentCount() == 1

        when:
        iam.getRole { it.roleName('none') }

        then:
        thrown(NoSuchEntityException)

        cleanup:
        iam?.close()
    }

    def 'everybody is the local account'() {
        given:
        def sts = client(StsClient.builder()) as StsClient

        expect:
        sts.getCallerIdentity().account() == '000000000000'
        sts.assumeRole { it.roleArn('arn:aws:iam::000000000000:role/r').roleSessionName('s1') }.assumedRoleUser().arn() ==
                'arn:aws:sts::000000000000:assumed-role/r/s1'

        cleanup:
        sts?.close()
    }
}
