package sst.acceptance.gateways

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import sst.acceptance.harness.Project
import sst.acceptance.harness.Socket
import sst.acceptance.harness.Web

/** Every kind of API of a config, deployed locally and called as on AWS. */
class GatewaysSpec extends Specification {

    @Shared
    @AutoCleanup
    Project project = Project.app('gateways')

    @Shared
    Map<String, String> urls

    def setupSpec() {
        project.deploy()
        urls = project.outputs['dev-gateways-main']
    }

    def 'an authorizer of an HTTP API lets in whom it knows'() {
        given:
        def web = new Web(urls.Web)

        expect:
        web.get('/open').status == 200
        web.get('/closed').status == 401
        web.with(Authorization: 'no').get('/closed').status == 403
        web.with(Authorization: 'yes').get('/closed').json.who == [lambda: [user: 'ada']]
    }

    def 'a REST API answers below its stage, and its authorizer decides by a policy'() {
        given:
        def rest = new Web(urls.Rest)

        expect:
        rest.get('a/b').json.path == '/a/b'
        rest.get('closed').status == 401
        rest.with(Authorization: 'no').get('closed').status == 403
        rest.with(Authorization: 'yes').get('closed').json.who.principalId == 'ada'
    }

    def 'a WebSocket hears its route, the functions that call it, and a bound function'() {
        given:
        def socket = new Socket(urls.Chat)

        when:
        socket.say('hello')
        def echo = socket.hearJson()

        then:
        echo.echo == 'hello'

        when:
        socket.say('{"action":"say"}')

        then:
        socket.hear() == 'said'

        when:
        def pushed = new Web(urls.Linked).get('?id=' + URLEncoder.encode(echo.id, 'UTF-8'))

        then:
        pushed.json.status == 200
        socket.hear() == 'pushed'

        cleanup:
        socket?.close()
    }
}
