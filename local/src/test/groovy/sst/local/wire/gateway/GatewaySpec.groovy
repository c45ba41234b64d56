package sst.local.wire.gateway

import com.fasterxml.jackson.databind.ObjectMapper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Path
import java.util.concurrent.CountDownLatch
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import sst.local.store.DurableStore
import sst.local.wire.AwsException
import sst.local.wire.Endpoint
import sst.local.wire.HttpReply
import sst.local.wire.Operation
import sst.local.wire.Protocol
import sst.local.wire.RestRoute
import sst.local.wire.codec.Json

class GatewaySpec extends Specification {
    @TempDir
    @Shared
    Path folder

    @Shared
    DurableStore store

    @Shared
    Gateway gateway

    @Shared
    CountDownLatch release = new CountDownLatch(1)

    @Shared
    HttpClient client = HttpClient.newHttpClient()

    def setupSpec() {
        store = DurableStore.open(folder)
        gateway = Gateway.bind(0)
        Operation echo = { input, context -> Json.object().put('region', context.region()).set('input', input) }
        Operation fail = { input, context ->
            throw new AwsException(400, 'ParameterNotFound', 'no such <thing>', [Extra: [1, 2]])
        }
        Operation bug = { input, context -> throw new IllegalStateException('secret detail') }
        gateway.start([
            new Endpoint.Named('ssm', Protocol.JSON_1_1, 'AmazonSSM', [Echo: echo, Fail: fail, Bug: bug]),
            new Endpoint.Named('sts', Protocol.QUERY, 'https://sts.example/doc', [Echo: echo, Fail: fail]),
            new Endpoint.Rest('lambda', [
                new RestRoute('GET', '/2015/functions/{Name}', 'GetFunction', 200, echo),
                new RestRoute('DELETE', '/2015/functions/{Name}', 'DeleteFunction', 204, echo),
                new RestRoute('GET', '/2017/tags/{Arn+}', 'ListTags', 200, echo)
            ]),
            new Endpoint.Raw('s3', '', { HttpReply.of(200, 'text/plain', it.body().readAllBytes()) }),
            new Endpoint.Raw('', '/_refuse/', { HttpReply.empty(404) }),
            new Endpoint.Raw('', '/_poll/', { release.await(); HttpReply.empty(204) })
        ], store)
    }

    def cleanupSpec() {
        release.countDown()
        gateway.close()
        store.close()
    }

    def 'a refusal is not lost by a client that waits to be told to go on'() {
        expect:
        (1..100).every {
            def call = (HttpURLConnection) new URI("${gateway.endpoint()}/_refuse/it").toURL().openConnection()
            call.requestMethod = 'PUT'
            call.doOutput = true
            call.readTimeout = 10_000
            call.setRequestProperty('Expect', '100-continue')
            call.setFixedLengthStreamingMode(4)
            call.outputStream.withCloseable { it.write('body'.bytes) }
            call.responseCode == 404
        }
    }

    private HttpResponse<String> send(Map<String, String> headers, String path, String method = 'POST', String body = '') {
        def request = HttpRequest.newBuilder(URI.create(gateway.endpoint() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
        headers.each { request.header(it.key, it.value) }
        client.send(request.build(), HttpResponse.BodyHandlers.ofString())
    }

    private static Map<String, String> signed(String service, Map<String, String> more = [:]) {
        [Authorization: "AWS4-HMAC-SHA256 Credential=AKIA/20260101/eu-west-1/$service/aws4_request, SignedHeaders=host, Signature=0".toString()] + more
    }

    private static Object json(HttpResponse<String> response) {
        new ObjectMapper().readValue(response.body(), Object)
    }

    def 'a JSON call reaches the operation that its target names, with the region of its signature'() {
        when:
        def response = send(signed('ssm', ['X-Amz-Target': 'AmazonSSM.Echo']), '/', 'POST', '{"Name":"x"}')

        then:
        response.statusCode() == 200
        json(response) == [region: 'eu-west-1', input: [Name: 'x']]
        response.headers().firstValue('Content-Type').get() == 'application/x-amz-json-1.1'
        response.headers().firstValue('x-amzn-requestid').get() ==~ /[0-9a-f-]{36}/
    }

    def 'errors carry code, message and members in the protocol of the call'() {
        when:
        def inJson = send(signed('ssm', ['X-Amz-Target': 'AmazonSSM.Fail']), '/')
        def inXml = send(signed('sts', ['Content-Type': 'application/x-www-form-urlencoded']), '/', 'POST', 'Action=Fail')

        then:
        inJson.statusCode() == 400
        json(inJson) == ['__type': 'ParameterNotFound', message: 'no such <thing>', Extra: [1, 2]]
        inJson.headers().firstValue('x-amzn-errortype').get() == 'ParameterNotFound'
        inXml.statusCode() == 400
        inXml.body().contains('<Code>ParameterNotFound</Code><Message>no such &lt;thing&gt;</Message>')
    }

    def 'what is not supported is refused by name: #what'() {
        when:
        def response = send(headers, path, 'POST', body)

        then:
        response.statusCode() == 501
        response.body().contains('NotImplemented') || response.headers().firstValue('x-amzn-errortype').get() == 'NotImplemented'
        response.body().contains("sst local does not support $what")

        where:
        what                       | headers                                            | path          | body
        'ssm:StartSession'         | signed('ssm', ['X-Amz-Target': 'AmazonSSM.StartSession']) | '/'    | '{}'
        'sts:DecodeMessage'        | signed('sts')                                      | '/'           | 'Action=DecodeMessage'
        'kms:Encrypt'              | signed('kms', ['X-Amz-Target': 'TrentService.Encrypt']) | '/'      | '{}'
        'lambda: POST /2015/x'     | signed('lambda')                                   | '/2015/x'     | '{}'
        'route53'                  | signed('route53')                                  | '/2013/zones' | ''
    }

    def 'a query call gets lists and maps as trees and answers XML'() {
        when:
        def response = send(signed('sts', ['Content-Type': 'application/x-www-form-urlencoded']), '/', 'POST',
                'Action=Echo&Version=2011-06-15&Tags.member.2.Key=b&Tags.member.1.Key=a&A.entry.1.key=k&A.entry.1.value=v')

        then:
        response.body().contains('<EchoResponse xmlns="https://sts.example/doc"><EchoResult><region>eu-west-1</region>')
        response.body().contains('<Tags><member><Key>a</Key></member><member><Key>b</Key></member></Tags><A><k>v</k></A>')
        response.body().contains('<ResponseMetadata><RequestId>')
    }

    def 'a REST call takes labels, query and body'() {
        expect:
        json(send(signed('lambda'), '/2015/functions/arn%3Aaws%2Fx?Qualifier=1&k=a&k=b', 'GET')).input ==
                [Name: 'arn:aws/x', Qualifier: '1', k: ['a', 'b']]
        json(send(signed('lambda'), '/2017/tags/arn:a/b', 'GET')).input == [Arn: 'arn:a/b']
        send(signed('lambda'), '/2015/functions/f', 'DELETE').statusCode() == 204
    }

    def 'a presigned URL is routed by its credential'() {
        expect:
        send([:], '/b/k?X-Amz-Credential=AK%2F20260101%2Feu-west-1%2Fs3%2Faws4_request', 'PUT', 'data').body() == 'data'
        json(send(['X-Amz-Target': 'AmazonSSM.Echo'], '/?X-Amz-Credential=AK%2F20260101%2Fus-west-2%2Fssm%2Faws4_request'))
                .region == 'us-west-2'
    }

    def 'an unsigned call is found by target, action, path, and else is for S3'() {
        expect:
        json(send(['X-Amz-Target': 'AmazonSSM.Echo'], '/')).region == 'us-east-1'
        send([:], '/?Action=Echo', 'GET').body().contains('<EchoResponse')
        send(['Content-Type': 'application/x-www-form-urlencoded'], '/', 'POST', 'Action=Echo&A=1').body().contains('<A>1</A>')
        json(send([:], '/2015/functions/f', 'GET')).input == [Name: 'f']
        send([:], '/bucket/key', 'PUT', 'bytes').body() == 'bytes'
    }

    def 'an aws-chunked body arrives decoded'() {
        when:
        def body = '5;chunk-signature=abc\r\nhello\r\n6\r\n world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n'
        def response = send(
                signed('s3', ['x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER', 'x-amz-trailer': 'x-amz-checksum-crc32']),
                '/b/k', 'PUT', body)

        then:
        response.body() == 'hello world'
    }

    def 'malformed input is an AWS error without a trace: #body'() {
        when:
        def response = send(signed('ssm', ['X-Amz-Target': 'AmazonSSM.Echo']), '/', 'POST', body)

        then:
        response.statusCode() == 400
        json(response).__type == 'SerializationException'
        !response.body().contains('at sst.')

        where:
        body << ['{', '[]', '"x"', '{"a":1}{"b":2}', 'null']
    }

    def 'a bug in a service is an internal failure that tells nothing of the inside'() {
        when:
        def response = send(signed('ssm', ['X-Amz-Target': 'AmazonSSM.Bug']), '/')

        then:
        response.statusCode() == 500
        json(response).__type == 'InternalFailure'
        !response.body().contains('secret')
    }

    def 'pages of other sites are refused: #headers'() {
        when:
        def answer = raw("POST / HTTP/1.1\r\n${headers}\r\nX-Amz-Target: AmazonSSM.Echo\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")

        then:
        answer.startsWith("HTTP/1.1 $status")

        where:
        headers                                              | status
        'Host: evil.example:80'                              | 403
        'Host: 127.0.0.1.evil.example'                       | 403
        'Host: 127.0.0.1\r\nOrigin: https://evil.example'    | 403
        'Host: 127.0.0.1\r\nOrigin: null'                    | 403
        'Host: 127.0.0.1\r\nOrigin: http://localhost:3000'   | 200
        'Host: bucket.localhost:4566'                        | 200
        'Host: [::1]:4566'                                   | 200
    }

    private String raw(String text) {
        new Socket('127.0.0.1', gateway.port()).withCloseable {
            it.outputStream << text
            it.outputStream.flush()
            it.inputStream.text
        }
    }

    def 'long polls do not keep other calls waiting'() {
        given:
        def polls = (1..200).collect {
            client.sendAsync(
                    HttpRequest.newBuilder(URI.create(gateway.endpoint() + '/_poll/next')).build(),
                    HttpResponse.BodyHandlers.ofString())
        }

        when:
        def response = send(['X-Amz-Target': 'AmazonSSM.Echo'], '/')

        then:
        response.statusCode() == 200
        polls.every { !it.done }

        when:
        release.countDown()

        then:
        polls.every { it.join().statusCode() == 204 }
    }
}
