package sst.runner.outputs

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir
import sst.model.diagnostic.UserError

class OutputsFileSpec extends Specification {
    @TempDir
    Path folder

    def "a file that can be written is left as it is, its folder is made"() {
        when:
        OutputsFile.requireWritable(folder.resolve('some/where/out.json'))

        then:
        Files.list(folder.resolve('some/where')).count() == 0

        when:
        OutputsFile.write(folder.resolve('some/where/out.json'), [s: [A: 'secret']], { it.replace('secret', '***') })
        OutputsFile.requireWritable(folder.resolve('some/where/out.json'))

        then:
        Files.readString(folder.resolve('some/where/out.json')) == """{
            |  "s" : {
            |    "A" : "***"
            |  }
            |}
            |""".stripMargin()
    }

    def "a file that cannot be written is told before anything is done: #reason"() {
        given:
        Files.createDirectories(folder.resolve('folder'))
        Files.writeString(folder.resolve('file'), '')

        when:
        OutputsFile.requireWritable(folder.resolve(path))

        then:
        def error = thrown(UserError)
        error.diagnostics()*.summary() == ["cannot write ${folder.resolve(path)}: $reason" as String]

        where:
        path            | reason
        'folder'        | 'it is a folder'
        'file/out.json' | 'it is not allowed, or the disk is full'
    }
}
