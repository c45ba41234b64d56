package sst.local.conformance

import com.fasterxml.jackson.databind.ObjectMapper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.LockSupport
import spock.lang.Specification
import spock.lang.TempDir
import sst.local.CloudSettings
import sst.local.CloudSpec
import sst.local.LocalCloud

/** What keeps the local cloud to its user: the loopback address, its own folder, made-up credentials. */
class SecuritySpec extends Specification {
    private static final String SECRET = 'AKIAOFTHEUSER'

    @TempDir
    Path folder

    private final HttpClient client = HttpClient.newHttpClient()

    private static final Map<String, String> SIGNED = [Authorization: 'AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=0']

    private HttpResponse<String> send(String endpoint, String method, String path, byte[] body = new byte[0], Map<String, String> headers = [:]) {
        def request = HttpRequest.newBuilder(URI.create(endpoint + path)).method(method, HttpRequest.BodyPublishers.ofByteArray(body))
        headers.each { request.header(it.key, it.value) }
        client.send(request.build(), HttpResponse.BodyHandlers.ofString())
    }

    private LocalCloud cloud() {
        LocalCloud.start(new CloudSettings(folder.resolve('state'), 0), Clock.systemUTC())
    }

    def 'it listens at 127.0.0.1 and at no other address of the machine'() {
        given:
        def cloud = cloud()
        int port = URI.create(cloud.endpoint()).port
        def addresses = NetworkInterface.networkInterfaces().toList().collectMany { it.inetAddresses().toList() } + [InetAddress.getByName('127.0.0.2')]

        expect:
        addresses.findAll { it.hostAddress != '127.0.0.1' }.every { address ->
            try {
                new Socket().withCloseable { it.connect(new InetSocketAddress(address, port), 5000) }
                false
            } catch (IOException refused) {
                refused != null
            }
        }

        cleanup:
        cloud.close()
    }

    def 'no door opens to a foreign Host or Origin: #path'() {
        given:
        def cloud = cloud()
        def answer = { String header ->
            new Socket('127.0.0.1', URI.create(cloud.endpoint()).port).withCloseable {
                it.outputStream << "POST $path HTTP/1.1\r\n$header\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
                it.outputStream.flush()
                it.inputStream.text
            }
        }

        expect:
        answer('Host: evil.example').startsWith('HTTP/1.1 403')
        answer('Host: 127.0.0.1\r\nOrigin: http://evil.example').startsWith('HTTP/1.1 403')
        answer('Host: 127.0.0.1\r\nOrigin: http://127.0.0.1.evil.example').startsWith('HTTP/1.1 403')
        answer('Host: 127.0.0.1\r\nHost: evil.example') ==~ /(?s)HTTP\/1.1 40[03].*/

        cleanup:
        cloud.close()

        where:
        path << ['/', '/bucket/key', '/2015-03-31/functions', '/v2/apis', '/_sst/stop', '/_sst/status', '/_cfn/response/x', '/_runtime/x', '/_lambda/x']
    }

    def 'functions never see the credentials of the user, neither in their environment nor in their home'() {
        given: 'a cloud whose own environment and home are full of them'
        def home = Files.createDirectories(folder.resolve('home/.aws')).parent
        Files.writeString(home.resolve('.aws/credentials'), "[default]\naws_access_key_id=$SECRET\n")
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def builder = new ProcessBuilder(java, "-Duser.home=$home", '-cp', System.getProperty('java.class.path'), 'sst.local.Main', '--dir', folder.resolve('state').toString(), '--port', '0')
        builder.environment().putAll([HOME: home.toString(), AWS_ACCESS_KEY_ID: SECRET, AWS_SECRET_ACCESS_KEY: SECRET, AWS_SESSION_TOKEN: SECRET, AWS_PROFILE: SECRET,
            AWS_SHARED_CREDENTIALS_FILE: home.resolve('.aws/credentials').toString(), AWS_WEB_IDENTITY_TOKEN_FILE: SECRET])
        def process = builder.redirectErrorStream(true).redirectOutput(folder.resolve('log').toFile()).start()
        def endpoint = ready(process)
        def json = new ObjectMapper()
        def zip = CloudSpec.zip('index.mjs', '''
            import { readFileSync, existsSync } from 'node:fs'
            import { homedir } from 'node:os'
            const file = homedir() + '/.aws/credentials'
            export const handler = async () => ({ env: process.env, file: existsSync(file) ? readFileSync(file, 'utf8') : 'none' })''')
        def code = [FunctionName: 'nosy', Runtime: 'nodejs20.x', Handler: 'index.handler', Timeout: 60, Role: 'arn:aws:iam::000000000000:role/r', Code: [ZipFile: zip.encodeBase64().toString()]]
        assert send(endpoint, 'POST', '/2015-03-31/functions', json.writeValueAsBytes(code)).statusCode() == 201

        when:
        def seen = send(endpoint, 'POST', '/2015-03-31/functions/nosy/invocations', '{}'.bytes, SIGNED).body()
        def answer = json.readValue(seen, Map)

        then:
        !seen.contains(SECRET)
        answer.file == 'none'
        answer.env.AWS_ENDPOINT_URL == endpoint
        answer.env.AWS_ACCESS_KEY_ID

        cleanup:
        process?.destroyForcibly()?.waitFor(60, TimeUnit.SECONDS)
    }

    private String ready(Process process) {
        def file = folder.resolve('state/cloud.json')
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(300)
        while (!Files.exists(file)) {
            assert process.alive && System.nanoTime() < deadline: Files.readString(folder.resolve('log'))
            LockSupport.parkNanos(20_000_000)
        }
        new ObjectMapper().readValue(file.toFile(), Map).endpoint
    }

    def 'keys and names cannot leave their folder: #name'() {
        given:
        def cloud = cloud()
        Files.writeString(folder.resolve('treasure'), 'gold')
        send(cloud.endpoint(), 'PUT', '/bucket')
        def code = new ObjectMapper().writeValueAsBytes([FunctionName: 'f', Runtime: 'nodejs20.x', Handler: 'i.h', Role: 'arn:aws:iam::000000000000:role/r',
            Code: [S3Bucket: 'bucket', S3Key: URLDecoder.decode(name, 'UTF-8')]])

        when:
        def put = send(cloud.endpoint(), 'PUT', '/bucket/' + name, 'planted'.bytes)
        def got = send(cloud.endpoint(), 'GET', '/bucket/' + name)
        def bucket = send(cloud.endpoint(), 'PUT', '/' + name)
        def made = send(cloud.endpoint(), 'POST', '/2015-03-31/functions', code)
        cloud.close()

        then: 'the key is one like any other, or refused'
        put.statusCode() in [200, 400]
        got.body() == 'planted' || got.statusCode() >= 400
        !got.body().contains('gold')
        bucket.statusCode() < 500
        made.statusCode() in [400, 404]

        and: 'nothing was written beside the state, and nothing in it has a name from outside'
        folder.toFile().list().sort() == ['state', 'treasure']
        Files.readString(folder.resolve('treasure')) == 'gold'
        Files.walk(folder).noneMatch { it.fileName.toString().contains('escape') }

        where:
        name << ['..%2f..%2fescape', '%2e%2e/%2e%2e/escape', '..%2f..%2ftreasure', '%2fetc%2fescape', '..%5c..%5cescape', 'a%00escape', 'C:%5cescape', '....//escape']
    }
}
