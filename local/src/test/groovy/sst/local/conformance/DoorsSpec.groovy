package sst.local.conformance

import sst.local.CloudSpec
import sst.local.lambda.runtimeapi.RuntimeApi

/** The ports beside the gateway's: of sites, of WebSocket APIs, and of each worker's Runtime API. */
class DoorsSpec extends CloudSpec {
    private URI site() {
        def url = deploy('web', [
            Bucket: [Type: 'AWS::S3::Bucket', Properties: [BucketName: 'site']],
            Site: [Type: 'AWS::CloudFront::Distribution', Properties: [DistributionConfig: [Enabled: true,
                Origins: [[Id: 'o', DomainName: ['Fn::GetAtt': ['Bucket', 'RegionalDomainName']], S3OriginConfig: [OriginAccessIdentity: '']]],
                DefaultCacheBehavior: [TargetOriginId: 'o', ViewerProtocolPolicy: 'allow-all']]]]
        ], [Url: ['Fn::Join': ['', ['https://', ['Fn::GetAtt': ['Site', 'DomainName']]]]]]).Url
        URI.create(url + '/')
    }

    private URI socket() {
        def api = http('POST', '/v2/apis', [name: 'chat', protocolType: 'WEBSOCKET', routeSelectionExpression: '$request.body.action'])
        http('POST', "/v2/apis/$api.apiId/stages", [stageName: 'dev'])
        URI.create(api.apiEndpoint + '/dev')
    }

    private static String answer(URI door, String header) {
        new Socket(door.host, door.port).withCloseable {
            it.soTimeout = 120_000
            it.outputStream << "GET $door.path HTTP/1.1\r\n$header\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
            it.outputStream.flush()
            it.inputStream.newReader().readLine()
        }
    }

    private static boolean isShut(InetAddress address, int port) {
        try {
            new Socket().withCloseable { it.connect(new InetSocketAddress(address, port), 5000) }
            false
        } catch (IOException refused) {
            refused != null
        }
    }

    private static boolean isGuarded(URI door) {
        def others = NetworkInterface.networkInterfaces().toList().collectMany { it.inetAddresses().toList() } + [InetAddress.getByName('127.0.0.2')]
        answer(door, "Host: evil.example:$door.port").contains(' 403') &&
            answer(door, "Host: 127.0.0.1:$door.port\r\nOrigin: http://evil.example").contains(' 403') &&
            others.findAll { it.hostAddress != '127.0.0.1' }.every { isShut(it, door.port) }
    }

    def 'the port of a site is at 127.0.0.1 alone and shut to foreign names and pages'() {
        expect:
        isGuarded(site())
    }

    def 'the port of WebSocket APIs is at 127.0.0.1 alone and shut to foreign names and pages'() {
        expect:
        isGuarded(socket())
    }

    def 'the port of a Runtime API is at 127.0.0.1 alone and shut to foreign names and pages'() {
        given:
        def api = RuntimeApi.open()

        expect:
        isGuarded(URI.create("http://${api.address()}/2018-06-01/runtime/invocation/next"))

        cleanup:
        api.close()
    }
}
