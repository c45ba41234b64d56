package sst.client.ssm

import com.fasterxml.jackson.databind.ObjectMapper
import com.sun.net.httpserver.HttpServer
import spock.lang.AutoCleanup
import spock.lang.Specification

class SsmParametersSpec extends Specification {

    @AutoCleanup('stop')
    FakeSsm ssm = new FakeSsm()

    Map<String, String> env = [
        AWS_ENDPOINT_URL: ssm.endpoint, AWS_REGION: 'eu-west-1',
        AWS_ACCESS_KEY_ID: 'AKID', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token',
    ]

    def 'reads values with decryption by a signed call'() {
        given:
        ssm.parameters = ['/a': 'one "1"', '/b': 'two\nlines']

        expect:
        SsmParameters.of(env).apply(['/a', '/b', '/missing']) == ['/a': 'one "1"', '/b': 'two\nlines']
        ssm.calls*.body == [[Names: ['/a', '/b', '/missing'], WithDecryption: true]]
        ssm.calls[0].target == 'AmazonSSM.GetParameters'
        ssm.calls[0].authorization.contains('/eu-west-1/ssm/aws4_request')
        ssm.calls[0].token == 'token'
    }

    def 'asks for ten names at a time'() {
        given:
        def names = (1..23).collect { "/p$it".toString() }
        ssm.parameters = names.collectEntries { [it, it] }

        expect:
        SsmParameters.of(env).apply(names).size() == 23
        ssm.calls*.body*.Names*.size() == [10, 10, 3]
    }

    def 'reads all below a path, page by page'() {
        given:
        ssm.parameters = (1..23).collectEntries { ["/sst/notes/dev/p$it".toString(), it.toString()] } + ['/other': 'x']

        expect:
        SsmParameters.of(env).below('/sst/notes/dev/') == ssm.parameters.findAll { it.key != '/other' }
        ssm.calls*.target.unique() == ['AmazonSSM.GetParametersByPath']
        ssm.calls*.body*.NextToken == [null, '10', '20']
        ssm.calls[0].body == [Path: '/sst/notes/dev/', Recursive: true, WithDecryption: true]
    }

    def 'an endpoint for SSM alone wins'() {
        given:
        ssm.parameters = ['/a': '1']

        expect:
        SsmParameters.of(env + [AWS_ENDPOINT_URL: 'http://127.0.0.1:1', AWS_ENDPOINT_URL_SSM: ssm.endpoint]).apply(['/a']) == ['/a': '1']
    }

    def 'a refusal names the status, the reply and the parameters'() {
        given:
        ssm.status = 400

        when:
        SsmParameters.of(env).apply(['/a'])

        then:
        def failure = thrown(UncheckedIOException)
        failure.message.startsWith('cannot read SSM parameters /a: SSM answered 400')
        failure.cause.message.startsWith('SSM answered 400: ')
    }

    def 'without #missing it says so'() {
        when:
        SsmParameters.of(env.findAll { it.key != missing }).apply(['/a'])

        then:
        def failure = thrown(IllegalStateException)
        failure.message.contains(missing)

        where:
        missing << ['AWS_REGION', 'AWS_ACCESS_KEY_ID']
    }

    /** Answers GetParameters and GetParametersByPath from a map and remembers what it was asked. */
    private static final class FakeSsm {

        final List<Map> calls = []
        final HttpServer server = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
        Map<String, String> parameters = [:]
        int status = 200

        FakeSsm() {
            server.createContext('/') { exchange ->
                def headers = exchange.requestHeaders
                def body = new ObjectMapper().readValue(exchange.requestBody, Map)
                calls << [
                    body: body, target: headers.getFirst('X-Amz-Target'),
                    authorization: headers.getFirst('Authorization'), token: headers.getFirst('X-Amz-Security-Token'),
                ]
                def reply = new ObjectMapper().writeValueAsBytes(body.Path ? page(body) : named(body.Names))
                exchange.sendResponseHeaders(status, reply.length)
                exchange.responseBody.withCloseable { it.write(reply) }
            }
            server.start()
        }

        private Map named(List<String> names) {
            [InvalidParameters: names - parameters.keySet(), Parameters: shown(names.findAll { parameters.containsKey(it) })]
        }

        private Map page(Map body) {
            def below = parameters.keySet().findAll { it.startsWith(body.Path) }.toList()
            int from = (body.NextToken ?: '0') as int
            [Parameters: shown(below.drop(from).take(10)), NextToken: from + 10 < below.size() ? "${from + 10}".toString() : null]
        }

        private List<Map> shown(List<String> names) {
            names.collect { [Name: it, Type: 'SecureString', Value: parameters[it], Version: 1] }
        }

        String getEndpoint() {
            "http://127.0.0.1:${server.address.port}"
        }

        void stop() {
            server.stop(0)
        }
    }
}
