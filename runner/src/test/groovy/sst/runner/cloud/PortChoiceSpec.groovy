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
        def first = usual()

        expect:
        choice().instead(null, PortChoice.USUAL).get() == 0
        choice().instead(PortChoice.USUAL, PortChoice.USUAL).empty
        choice(SST_LOCAL_PORT: "$PortChoice.USUAL" as String).instead(null, PortChoice.USUAL).empty
        choice().instead(null, freePort()).empty

        cleanup:
        first?.close()
    }

    /** The usual port is taken, by us or by somebody who was here before. */
    private static ServerSocket usual() {
        PortChoice.isFree(PortChoice.USUAL) ? new ServerSocket(PortChoice.USUAL, 1, InetAddress.loopbackAddress) : null
    }

    private static int freePort() {
        new ServerSocket(0, 1, InetAddress.loopbackAddress).withCloseable { it.localPort }
    }

    private PortChoice choice(Map<String, String> env = [:]) {
        new PortChoice(Files.createDirectories(folder.resolve('local')), env)
    }
}
