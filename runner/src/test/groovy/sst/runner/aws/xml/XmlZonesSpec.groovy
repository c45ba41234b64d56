package sst.runner.aws.xml

import java.nio.charset.StandardCharsets

import com.sun.net.httpserver.HttpServer
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient
import spock.lang.AutoCleanup
import spock.lang.Specification
import sst.runner.aws.AwsFailure
import sst.runner.aws.ZonePort
import sst.runner.aws.account.Target
import sst.runner.aws.sdk.SdkErrors

/** Route 53 as its pages describe it, on this machine. */
class XmlZonesSpec extends Specification {
    private static final String ZONES = '''<?xml version="1.0"?>
        <ListHostedZonesByNameResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><HostedZones>
          <HostedZone><Id>/hostedzone/Z1</Id><Name>acme.com.</Name><Config><PrivateZone>false</PrivateZone></Config></HostedZone>
          <HostedZone><Id>/hostedzone/Z2</Id><Name>acme.com.</Name><Config><Comment>office</Comment><PrivateZone>true</PrivateZone></Config></HostedZone>
          <HostedZone><Id>/hostedzone/Z3</Id><Name>zone.io.</Name><Config><PrivateZone>false</PrivateZone></Config></HostedZone>
        </HostedZones><IsTruncated>false</IsTruncated></ListHostedZonesByNameResponse>'''

    private static final String REFUSAL = '''<?xml version="1.0"?>
        <ErrorResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Error><Type>Sender</Type><Code>AccessDenied</Code>
        <Message>you may not list zones</Message></Error><RequestId>1</RequestId></ErrorResponse>'''

    @AutoCleanup
    def http = UrlConnectionHttpClient.create()

    @AutoCleanup(value = 'stop')
    StoppableServer server = new StoppableServer()

    def "zones of a name are those that have it whole, each with its kind"() {
        given:
        server.answer(200, ZONES)

        expect:
        zones().named('acme.com') == [new ZonePort.Zone('/hostedzone/Z1', 'acme.com.', false), new ZonePort.Zone('/hostedzone/Z2', 'acme.com.', true)]
        server.asked == ['/2013-04-01/hostedzonesbyname?dnsname=acme.com.']
        server.signatures[0].startsWith('AWS4-HMAC-SHA256 Credential=key/')
        server.signatures[0].contains('/us-east-1/route53/aws4_request')
    }

    def "a private zone tells its networks"() {
        given:
        server.answer(200, '<GetHostedZoneResponse><VPCs><VPC><VPCId>vpc-1</VPCId></VPC><VPC><VPCId>vpc-2</VPCId></VPC></VPCs></GetHostedZoneResponse>')

        expect:
        zones().vpcs('/hostedzone/Z2') == ['vpc-1', 'vpc-2']
        server.asked == ['/2013-04-01/hostedzone/Z2']
    }

    def "a refusal has AWS's code and words"() {
        given:
        server.answer(403, REFUSAL)

        when:
        zones().named('acme.com')

        then:
        def failure = thrown(AwsFailure)
        failure.kind() == AwsFailure.Kind.DENIED
        failure.code() == 'AccessDenied'
        failure.reason() == 'you may not list zones'
    }

    private XmlZones zones() {
        def credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create('key', 'secret'))
        new XmlZones(new XmlCalls(credentials, http), new Target('eu-west-1', null, server.address()), SdkErrors::call)
    }

    static class StoppableServer {
        final HttpServer http = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
        final List<String> asked = [].asSynchronized()
        final List<String> signatures = [].asSynchronized()

        void answer(int status, String body) {
            http.createContext('/') { exchange ->
                asked << exchange.requestURI.toString()
                signatures << exchange.requestHeaders.getFirst('Authorization')
                byte[] bytes = body.strip().getBytes(StandardCharsets.UTF_8)
                exchange.sendResponseHeaders(status, bytes.length)
                exchange.responseBody.withCloseable { it.write(bytes) }
            }
            http.start()
        }

        String address() {
            "http://127.0.0.1:${http.address.port}"
        }

        void stop() {
            http.stop(0)
        }
    }
}
