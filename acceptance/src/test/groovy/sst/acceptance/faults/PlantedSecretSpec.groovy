package sst.acceptance.faults

import spock.lang.AutoCleanup
import spock.lang.Specification
import sst.acceptance.harness.Project
import sst.acceptance.harness.Web

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.security.MessageDigest

/** A secret value of the project's .env goes where the config sends it, and nowhere else. */
class PlantedSecretSpec extends Specification {

    static final SECRET = 'planted-4f7c-"quoted"-secret'

    @AutoCleanup
    Project small = Project.app('small')

    def 'a secret that an app deploys is in no byte that was printed or logged, nor in the outputs'() {
        given:
        small.write('.env', "PAYMENT_TOKEN='$SECRET'\n")
        small.edit('sst.config.groovy', "handler 'src/hello.main'", "handler 'src/hello.main'\n        environment PAYMENT_TOKEN: env.PAYMENT_TOKEN")
        small.edit('sst.config.groovy', 'outputs Url: web.url,', 'outputs Url: web.url, Token: env.PAYMENT_TOKEN,')
        small.edit('sst.config.groovy', "stack('main') {", "stack('main') {\n    println \"the token is \${env.PAYMENT_TOKEN}\"")

        when:
        def runs = [small.sst('deploy', '--yes', '--verbose').within(300).run()]
        small.write('.env', "PAYMENT_TOKEN='${SECRET}2'\n")
        runs << small.sst('diff', '--full').within(300).run() << small.sst('diff', '--json').within(300).run()
        runs << small.sst('deploy', '--json', '--yes').within(300).run()
        runs << small.sst('outputs').run() << small.sst('outputs', '--json').run()
        small.edit('sst.config.groovy', "cloud 'local'", "cloud 'local'; region(env.PAYMENT_TOKEN)")
        runs << small.sst('deploy', '--yes').within(300).run()
        def written = files('.sst/log') + files('.sst/outputs.json')

        then:
        runs[0].exit == 0
        runs[3].exit == 0
        runs[0].err.contains('the token is ***')
        runs.every { !it.out.contains('planted-4f7c') && !it.err.contains('planted-4f7c') }
        written.size() >= 3
        written.every { !Files.readString(it).contains('planted-4f7c') }
        small.outputs['dev-small-main'].Token == '***'

        and: 'it lies in templates and in code of the CDK alone, where the config put it, and no other user of the machine reaches it'
        holders('.sst').every { it.startsWith('.sst/assembly/') || it.startsWith('.sst/cache/templates/') || it.startsWith('.sst/local/files/s3/') }
        mode('.sst') == 'rwx------'
        mode('.sst/local') == 'rwx------'
        (['.sst/local/state.db', '.sst/local/cloud.log'] + holders('.sst/local')).every { mode(it) == 'rw-------' }
    }

    def 'a secret that the config refers to reaches the function, and is in no byte that was printed or written anywhere'() {
        given:
        small.sst('local', 'start').within(120).run()
        small.awsJson('secretsmanager', 'create-secret', '--name', 'payment', '--secret-string', SECRET)
        small.edit('sst.config.groovy', "handler 'src/hello.main'", "handler 'src/hello.main'\n        environment KEY: '{{resolve:secretsmanager:payment}}'")
        small.edit('sst.config.groovy', 'outputs Url: web.url,', "outputs Url: web.url, Key: '{{resolve:secretsmanager:payment}}',")
        small.write('src/hello.js', """import { createHash } from 'node:crypto'
            export const main = async () => ({ statusCode: 200, body: createHash('sha256').update(process.env.KEY).digest('hex') })""")

        when:
        def runs = [small.sst('deploy', '--yes', '--verbose').within(300).run()]
        runs << small.sst('diff', '--full').within(300).run() << small.sst('deploy', '--json', '--yes').within(300).run()
        runs << small.sst('outputs').run() << small.sst('resources').run() << small.sst('drift').run() << small.sst('logs', 'hello').run()

        then:
        runs[0].exit == 0
        small.outputs['dev-small-main'].Key == '{{resolve:secretsmanager:payment}}'
        new Web(small.outputs['dev-small-main'].Url).get('/hello').body == MessageDigest.getInstance('SHA-256').digest(SECRET.bytes).encodeHex().toString()
        runs.every { !it.out.contains('planted-4f7c') && !it.err.contains('planted-4f7c') }
        holders('.sst') == []
    }

    private List<String> holders(String path) {
        files(path).findAll { new String(Files.readAllBytes(it), 'ISO-8859-1').contains('planted-4f7c') }.collect { small.folder.relativize(it).toString() }
    }

    private String mode(String path) {
        PosixFilePermissions.toString(Files.getPosixFilePermissions(small.folder.resolve(path)))
    }

    private List<Path> files(String path) {
        Files.walk(small.folder.resolve(path)).withCloseable { it.filter { Files.isRegularFile(it) }.toList() }
    }
}
