package sst.local

import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The AWS CLI as a client that we did not write; skipped where `aws` is not on the PATH. */
@Requires({ System.getenv('PATH').split(File.pathSeparator).any { new File(it, 'aws').canExecute() } })
class CliSpec extends Specification {
    @TempDir
    @Shared
    Path folder

    @Shared
    LocalCloud cloud

    def setupSpec() {
        cloud = LocalCloud.start(new CloudSettings(folder.resolve('state'), 0), Clock.systemUTC())
    }

    def cleanupSpec() {
        cloud?.close()
    }

    private String aws(String... arguments) {
        def builder = new ProcessBuilder(['aws', *arguments]).redirectErrorStream(true)
        builder.environment().putAll([
            AWS_ENDPOINT_URL: cloud.endpoint(),
            AWS_ACCESS_KEY_ID: 'local',
            AWS_SECRET_ACCESS_KEY: 'local',
            AWS_DEFAULT_REGION: 'eu-west-1',
            AWS_DEFAULT_OUTPUT: 'json',
            AWS_CONFIG_FILE: folder.resolve('none').toString(),
            AWS_SHARED_CREDENTIALS_FILE: folder.resolve('none').toString()
        ])
        def process = builder.start()
        def output = process.inputStream.text
        process.waitFor(60, TimeUnit.SECONDS)
        process.exitValue() == 0 ? output : "exit ${process.exitValue()}: $output"
    }

    private Object json(String... arguments) {
        new ObjectMapper().readValue(aws(arguments), Object)
    }

    def 'files go up, are listed and come down'() {
        given:
        def small = Files.writeString(folder.resolve('small.txt'), 'hello')
        def big = Files.write(folder.resolve('big.bin'), new byte[9 * 1024 * 1024])

        expect:
        aws('s3', 'mb', 's3://cli-bucket').contains('make_bucket')
        aws('s3', 'cp', small.toString(), 's3://cli-bucket/a/small.txt').contains('upload')
        aws('s3', 'cp', big.toString(), 's3://cli-bucket/big.bin').contains('upload')
        aws('s3', 'ls', 's3://cli-bucket').contains('PRE a/')
        aws('s3', 'cp', 's3://cli-bucket/big.bin', folder.resolve('back.bin').toString()).contains('download')
        Files.mismatch(big, folder.resolve('back.bin')) == -1
        new URL(aws('s3', 'presign', 's3://cli-bucket/a/small.txt').trim()).text == 'hello'
        aws('s3', 'rb', 's3://cli-bucket').contains('BucketNotEmpty')
        aws('s3', 'rb', '--force', 's3://cli-bucket').contains('remove_bucket')
    }

    def 'identity, parameters, logs and roles'() {
        expect:
        json('sts', 'get-caller-identity').Account == '000000000000'
        json('ssm', 'put-parameter', '--name', '/cli/x', '--value', '1', '--type', 'String').Version == 1
        json('ssm', 'get-parameter', '--name', '/cli/x').Parameter.Value == '1'
        aws('ssm', 'get-parameter', '--name', '/cli/y').contains('ParameterNotFound')
        aws('logs', 'create-log-group', '--log-group-name', '/cli') == ''
        json('logs', 'describe-log-groups').logGroups*.logGroupName == ['/cli']
        json('iam', 'create-role', '--role-name', 'cli', '--assume-role-policy-document', '{"Statement":[]}').Role
                .AssumeRolePolicyDocument == [Statement: []]
        json('iam', 'list-roles').Roles*.RoleName == ['cli']
    }

    def 'what is not supported is said so'() {
        expect:
        aws('ssm', 'list-documents').contains('sst local does not support ssm:ListDocuments')
        aws('kms', 'list-keys').contains('sst local does not support kms:ListKeys')
        aws('iam', 'list-users').contains('sst local does not support iam:ListUsers')
        aws('s3api', 'get-bucket-replication', '--bucket', 'b').contains('sst local does not support s3')
    }
}
