package sst.runner.load

import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class ManyStacksSpec extends Specification {
    @TempDir
    Path folder

    def "500 stacks and 10,000 events fit into a small heap"() {
        when:
        def said = deploy(500, 20, '128m')

        then:
        said.contains('good=true stacks=500 events=10000')
    }

    @Requires({ Boolean.getBoolean('sst.load') })
    def "500 stacks of 10,000 events each fit into half a gigabyte"() {
        when:
        def said = deploy(500, 10_000, '512m')
        println said

        then:
        said.contains('good=true stacks=500 events=5000000')
    }

    private String deploy(int stacks, int events, String heap) {
        def output = folder.resolve('said').toFile()
        def process = new ProcessBuilder("${System.getProperty('java.home')}/bin/java".toString(), "-Xmx$heap".toString(), '-XX:+UseSerialGC',
            '-cp', System.getProperty('java.class.path'), ManyStacks.name, "$stacks".toString(), "$events".toString(), folder.toString())
            .redirectErrorStream(true).redirectOutput(output).start()
        try {
            assert process.waitFor(20, TimeUnit.MINUTES)
        } finally {
            process.destroyForcibly()
        }
        assert process.exitValue() == 0: output.text
        output.text
    }
}
