package sst.runner.assembly

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir
import sst.model.diagnostic.UserError
import sst.runner.fake.AssemblyOnDisk

class AssemblyReaderSpec extends Specification {
    @TempDir
    Path folder

    AssemblyOnDisk assembly

    def setup() {
        assembly = new AssemblyOnDisk(folder.resolve('out'))
    }

    def "reads stacks in dependency order with assets and the config lines of sst.json"() {
        given:
        assembly.stack('api', [Fn: [Type: 'AWS::Lambda::Function']], after: ['data'])
        assembly.stack('data', [Table: [Type: 'AWS::DynamoDB::Table']])

        when:
        def read = AssemblyReader.read(assembly.done())

        then:
        read.app() == new AppStamp('notes', 'dev', 'eu-west-1')
        read.stacks()*.label() == ['data', 'api']
        read.stacks()[1].dependsOn() == ['dev-notes-data'] as Set
        read.stacks()[1].assets()*.name() == ['api/Code']
        read.stacks()[1].origin('Fn', '').place() == 'sst.config.groovy:7'
    }

    def "a broken assembly is refused with file and JSON path: #problem"() {
        given:
        assembly.stack('api', [Fn: [Type: 'AWS::Lambda::Function']])
        change.call(assembly, folder)
        if (!Files.exists(assembly.root.resolve('manifest.json'))) {
            assembly.done()
        }

        when:
        AssemblyReader.read(assembly.root)

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].summary().contains(said)

        where:
        problem             | said                                                                 | change
        'newer schema'      | 'manifest.json $.version: the assembly has schema version 99.0.0'    | { a, f -> a.manifest.version = '99.0.0' }
        'no version'        | "manifest.json \$: 'version' is missing"                             | { a, f -> a.manifest.remove('version') }
        'not JSON'          | 'manifest.json:1:2: not valid JSON'                                  | { a, f -> Files.writeString(a.root.resolve('manifest.json'), '{x') }
        'template is gone'  | "\$.artifacts['dev-notes-api'].properties.templateFile: 'dev-notes-api.template.json' does not exist" | { a, f -> Files.delete(a.root.resolve('dev-notes-api.template.json')) }
        'path leads out'    | "'../secret' leaves the assembly folder"                             | { a, f -> a.manifest.artifacts['dev-notes-api'].get('properties').templateFile = '../secret' }
        'absolute path'     | "'/etc/passwd' leaves the assembly folder"                           | { a, f -> a.manifest.artifacts['dev-notes-api'].get('properties').templateFile = '/etc/passwd' }
        'NUL in a name'     | 'templateFile: holds a NUL character'                                | { a, f -> a.manifest.artifacts['dev-notes-api'].get('properties').templateFile = 'a\u0000b' }
        'a number'          | 'templateFile: expected a string, found 5'                           | { a, f -> a.manifest.artifacts['dev-notes-api'].get('properties').templateFile = 5 }
        'link leads out'    | 'is a link that leaves the assembly folder'                          | { a, f -> Files.writeString(f.resolve('x'), '{}'); Files.createSymbolicLink(a.root.resolve('l'), f.resolve('x')); a.manifest.artifacts['dev-notes-api'].get('properties').templateFile = 'l' }
        'same stack twice'  | "two stacks are named 'dev-notes-api'"                               | { a, f -> a.manifest.artifacts['other'] = a.manifest.artifacts['dev-notes-api'] + [properties: [templateFile: 'dev-notes-api.template.json', stackName: 'dev-notes-api']] }
        'circle'            | 'dev-notes-api -> dev-notes-b -> dev-notes-api'                      | { a, f -> a.stack('b', [:], after: ['api']); a.manifest.artifacts['dev-notes-api'].dependencies << 'dev-notes-b' }
        'missing context'   | 'no value for availability-zones'                                    | { a, f -> a.manifest.missing = [[key: 'availability-zones']] }
    }

    def "an asset that is made by a command is refused, because an assembly is data"() {
        given:
        assembly.stack('api', [:]).done()
        def file = assembly.root.resolve('dev-notes-api.assets.json')
        Files.writeString(file, '{"files":{"x":{"source":{"executable":["rm"]},"destinations":{}}}}')

        when:
        AssemblyReader.read(assembly.root)

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].summary().contains('$.files.x.source: the asset is made by a command')
    }
}
