package sst.repl.record

import java.nio.file.Files
import java.nio.file.Path

import spock.lang.Specification
import spock.lang.TempDir

class RecorderSpec extends Specification {
    @TempDir
    Path folder

    def 'entries and what they show are written as a block, without colours'() {
        given:
        def recorder = new Recorder({ false })
        def file = folder.resolve('notes/session.md')

        when:
        recorder.entry('dev> ', '/record notes/session.md')
        recorder.start(file, 'notes · dev')
        recorder.write('recording\n')
        recorder.entry('dev> ', '1 + 1')
        recorder.write('\u001b[32m2\u001b[0m\n')
        recorder.close()
        recorder.entry('dev> ', '3')

        then:
        Files.readString(file) == '## notes · dev\n\n```text\ndev> 1 + 1\n2\n```\n'
        !recorder.on
    }

    def 'an entry that looks like a secret is left out with all that it shows'() {
        given:
        def recorder = new Recorder({ it.contains('token') })
        def file = folder.resolve('session.md')

        when:
        recorder.start(file, 'notes')
        recorder.entry('dev> ', "token = 'abc'")
        recorder.write('abc\n')
        recorder.entry('dev> ', '2')
        recorder.write('2\n')
        recorder.close()

        then:
        Files.readString(file).contains('dev> (an entry that looks like a secret)\ndev> 2\n2\n')
        !Files.readString(file).contains('abc')
    }

    def 'a second recording goes behind the first'() {
        given:
        def recorder = new Recorder({ false })
        def file = folder.resolve('session.md')

        when:
        ['one', 'two'].each { recorder.start(file, it); recorder.close() }

        then:
        Files.readString(file).findAll('## (one|two)') == ['## one', '## two']
    }
}
