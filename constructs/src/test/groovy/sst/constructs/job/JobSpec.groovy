package sst.constructs.job

import java.util.function.Function

import software.amazon.awscdk.services.ec2.Vpc
import sst.constructs.synth.SynthSpecification
import sst.model.diagnostic.Code
import sst.model.diagnostic.UserError

class JobSpec extends SynthSpecification {
    static final HANDLER = 'src/list.main'

    private static Map project(Map template) {
        ofType(template, 'AWS::CodeBuild::Project')[0].get('Properties')
    }

    private static Map variables(Map template) {
        project(template).Environment.EnvironmentVariables.collectEntries { [it.Name, it.Value] }
    }

    def "a job runs the user's code on CodeBuild with what it is bound to, and functions may start it"() {
        given:
        stack('api') {
            def files = it.bucket('Files')
            def job = it.job('Report', [handler: HANDLER, runtime: 'nodejs22.x', environment: [DEBUG: '*'], bind: files, logRetention: 'one_week'])
            job.attachPermissions('ses')
            it.function('Starter', [handler: HANDLER, bind: [[job, 'write']]])
        }

        when:
        def template = template('api')
        def project = project(template)
        def starter = ofType(template, 'AWS::Lambda::Function').find { it.get('Properties').Environment?.Variables?.SST_Job_functionName_Report }
        def actions = ofType(template, 'AWS::IAM::Policy').collectMany { it.get('Properties').PolicyDocument.Statement }.collectMany { [it.Action].flatten() }

        then:
        project.Name == 'dev-notes-Report'
        project.Source.Type == 'S3'
        project.Source.BuildSpec.contains("node handler-wrapper.mjs 'src/list.main'")
        variables(template).keySet() == ['SST_APP', 'SST_STAGE', 'SST_SSM_PREFIX', 'DEBUG', 'SST_Bucket_bucketName_Files'] as Set
        starter
        actions.containsAll(['s3:*', 'ses:*', 'codebuild:StartBuild', 'lambda:InvokeFunction'])
        ofType(template, 'Custom::LogRetention')[0].get('Properties').RetentionInDays == 7
    }

    def "the wrapper calls the handler with the payload, whatever its format"() {
        given:
        handler('run/job.' + ending, text)
        new File(project.resolve('run').toFile(), 'handler-wrapper.mjs').text = getClass().getResource('/sst/constructs/job/handler-wrapper.mjs').text

        when:
        def process = new ProcessBuilder('node', 'handler-wrapper.mjs', 'job.work').directory(project.resolve('run').toFile()).redirectErrorStream(true)
        process.environment().SST_PAYLOAD = '{"n":20}'
        def started = process.start()
        def said = started.inputStream.text

        then:
        said.contains('Result: 21')
        started.waitFor() == 0

        where:
        ending | text
        'mjs'  | 'export const work = async ({ n }) => n + 1'
        'cjs'  | 'exports.work = async ({ n }) => n + 1'
    }

    def "ARM jobs have images and machines of their own"() {
        given:
        stack('api') { it.job('Report', [handler: HANDLER, architecture: 'arm_64', memorySize: '15 GB', timeout: '1 hour']) }

        when:
        def project = project(template('api'))

        then:
        project.Environment.Type == 'ARM_CONTAINER'
        project.Environment.ComputeType == 'BUILD_GENERAL1_LARGE'
        project.Environment.Image.startsWith('amazon/aws-lambda-nodejs:18.')
        project.TimeoutInMinutes == 60
    }

    def "a container runs its command in its own image"() {
        given:
        handler('image/Dockerfile', 'FROM scratch')
        stack('api') { it.job('Report', [handler: 'image', runtime: 'container', container: [cmd: ['echo', 'hello world']]]) }

        when:
        def project = project(template('api'))

        then:
        project.Source == [Type: 'NO_SOURCE', BuildSpec: project.Source.BuildSpec]
        project.Source.BuildSpec.contains('echo "hello world"')
        project.Environment.ImagePullCredentialsType == 'SERVICE_ROLE'
    }

    def "a job may run inside a network"() {
        given:
        stack('api') {
            it.job('Report', [handler: HANDLER, cdk: [vpc: { scope -> new Vpc(scope, 'Net') } as Function, vpcSubnets: [subnetType: 'PUBLIC']]])
        }

        expect:
        project(template('api')).VpcConfig.Subnets.every { it.Ref.contains('Public') }
    }

    def "what CodeBuild cannot do is refused: #props"() {
        given:
        stack('api') { it.job('Report', [handler: HANDLER] + props) }

        when:
        run()

        then:
        def refused = thrown(UserError)
        def error = refused.diagnostics()[0]
        error.code() == Code.INVALID_VALUE
        error.summary().contains(summary)

        where:
        props                                          | summary
        [timeout: '4 minutes']                         | 'out of range'
        [timeout: '37 hours']                          | 'out of range'
        [runtime: 'python3.12']                        | 'cannot run python3.12'
        [runtime: 'container']                         | 'no commands'
        [architecture: 'arm_64', memorySize: '7 GB']   | 'no ARM machine with 7 GB'
    }
}
