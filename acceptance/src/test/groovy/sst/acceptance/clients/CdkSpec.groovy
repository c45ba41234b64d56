package sst.acceptance.clients

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import sst.acceptance.harness.Command
import sst.acceptance.harness.NodePackages
import sst.acceptance.harness.Project
import sst.acceptance.harness.Repository
import sst.acceptance.harness.Web

import java.nio.file.Files

/** The CDK's own command line deploys a JavaScript app to the local cloud and destroys it. */
@Stepwise
class CdkSpec extends Specification {

    static final ORIGINAL = Repository.file('acceptance/src/test/resources/cdk-app')

    @Shared
    @AutoCleanup
    Project app = Project.of(ORIGINAL)

    def setupSpec() {
        Files.createSymbolicLink(app.folder.resolve('node_modules'), NodePackages.of(ORIGINAL))
        app.write('sst.config.groovy', "app { name 'cdk'; cloud 'local' }\nstack('none') { parameters ONE: '1' }\n")
        assert app.sst('bootstrap', '--yes').run().exit == 0
    }

    def 'cdk deploy'() {
        when:
        def deployed = cdk('deploy', '--require-approval', 'never', '--outputs-file', 'outputs.json')

        then:
        deployed.exit == 0

        when:
        def reply = new Web(outputs().Url).get('/items')

        then:
        reply.status == 200
        reply.json.path == '/items'
        app.awsJson('dynamodb', 'list-tables').TableNames == [reply.json.table]
    }

    def 'cdk diff sees no difference'() {
        expect:
        cdk('diff', '--fail').exit == 0
    }

    def "cdk destroy, by a function of the CDK that empties the bucket first"() {
        given:
        app.write('note.txt', 'left in the bucket')
        app.awsJson('s3api', 'put-object', '--bucket', outputs().Bucket, '--key', 'note.txt', '--body', 'note.txt')

        when:
        def destroyed = cdk('destroy', '--force')

        then:
        destroyed.exit == 0
        app.awsJson('dynamodb', 'list-tables').TableNames == []
        app.awsJson('lambda', 'list-functions').Functions == []
        !app.awsJson('s3api', 'list-buckets').Buckets*.Name.any { it.startsWith('cdk-app-') }
    }

    private Map<String, String> outputs() {
        Project.JSON.readValue(app.read('outputs.json'), Map)['cdk-app']
    }

    private Command.Finished cdk(String... args) {
        new Command(app.folder.resolve('node_modules/.bin/cdk'), *args)
            .in(app.folder).with(app.awsEnv).with(CDK_DISABLE_CLI_TELEMETRY: 'true', CDK_VALIDATION: 'false').within(180).run()
    }
}
