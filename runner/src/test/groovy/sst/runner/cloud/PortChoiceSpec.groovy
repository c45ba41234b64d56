package sst.runner.cloud

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir
import sst.model.diagnostic.CloudError
import sst.model.diagnostic.UserError

class PortChoiceSpec extends Specification {
    @TempDir
    Path folder

    def "the port asked for comes first, then that of the environment, then the one of last time"() {
        given:
        def own = freePort()

        when:
        choice().remember(own)

        then:
        choice().choose(null) == own
        choice(SST_LOCAL_PORT: '0').choose(null) == 0
        choice(SST_LOCAL_PORT: 'x').choose(0) == 0
    }

    def "what is no port is refused: #env, #option"() {
        when:
        choice(env).choose(option)

        then:
        thrown(UserError)

        where:
        env                       | option
        [SST_LOCAL_PORT: 'x']     | null
        [SST_LOCAL_PORT: '70000'] | null
        [:]                       | 70_000
    }

    def "a port that somebody else has is told, with what to do"() {
        given:
        def other = new ServerSocket(0, 1, InetAddress.loopbackAddress)

        when:
        choice().choose(other.localPort)

        then:
        def asked = thrown(CloudError)
        asked.diagnostic().hint().contains('--port')

        when:
        choice().remember(other.localPort)
        choice().choose(null)

        then:
        def kept = thrown(CloudError)
        kept.diagnostic().hint().contains('sst local start --port 0')

        cleanup:
        other?.close()
    }

    def "two clouds that found the usual port free at once: the later goes elsewhere, unless that port was meant"() {
        given:
        def first = new ServerSocket(0, 1, InetAddress.loopbackAddress)
        def usual = first.localPort

        expect:
        choice([:], usual).choose(null) == 0
        choice([:], usual).instead(null, usual).get() == 0
        choice([:], usual).instead(usual, usual).empty
        choice([SST_LOCAL_PORT: "$usual" as String], usual).instead(null, usual).empty
        choice([:], usual).instead(null, freePort()).empty

        cleanup:
        first?.close()
    }

    private static int freePort() {
        new ServerSocket(0, 1, InetAddress.loopbackAddress).withCloseable { it.localPort }
    }

    private PortChoice choice(Map<String, String> env = [:], int usual = 4566) {
        new PortChoice(Files.createDirectories(folder.resolve('local')), env, usual)
    }
}
