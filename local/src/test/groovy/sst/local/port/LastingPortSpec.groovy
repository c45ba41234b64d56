package sst.local.port

import spock.lang.Specification

/** Where servers listen whose addresses users keep. */
class LastingPortSpec extends Specification {
    static final InetAddress LOOPBACK = InetAddress.getByName('127.0.0.1')

    private static ServerSocket listen(int wanted) {
        LastingPort.bind(wanted) { int port -> new ServerSocket(port, 1, LOOPBACK) }
    }

    def 'a new port is none that the system gives to connections'() {
        when:
        def server = listen(0)

        then:
        server.localPort in 10_000..<32_000

        cleanup:
        server?.close()
    }

    def 'the wanted port is taken when it is free, and another one when it is not'() {
        given:
        def first = listen(0)
        int port = first.localPort

        when:
        def second = listen(port)

        then:
        second.localPort in (10_000..<32_000) - port

        when:
        first.close()
        def third = listen(port)

        then:
        third.localPort == port

        cleanup:
        [first, second, third]*.close()
    }

    def 'when no port of ours is free it is any one'() {
        given:
        def tried = []

        when:
        def port = LastingPort.bind(4711) { int each ->
            tried << each
            if (each != 0) {
                throw new BindException('taken')
            }
            'any'
        }

        then:
        port == 'any'
        tried.first() == 4711
        tried.last() == 0
    }
}
