package sst.local.secrets

import java.nio.file.Files
import java.nio.file.Path
import sst.local.CloudSpec

/** A secret that a template refers to reaches the function, and lies open in no file and no answer about the stack. */
class SecretsAtRestSpec extends CloudSpec {
    static final FIRST = 'pLaNtEd-one'
    static final SECOND = 'pLaNtEd-two'

    private static Map resources(String reference, Map more = [:]) {
        [Role: [Type: 'AWS::IAM::Role', Properties: [AssumeRolePolicyDocument: [Version: '2012-10-17', Statement: []]]],
         Fn: [Type: 'AWS::Lambda::Function', Properties: [
             FunctionName: 'shows', Code: [ZipFile: 'exports.main = async () => process.env.KEY'], Handler: 'index.main', Runtime: 'nodejs20.x',
             Role: ['Fn::GetAtt': ['Role', 'Arn']], Environment: [Variables: [KEY: reference]]] + more]]
    }

    private String shown() {
        def scope = 'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=0'
        JSON.readValue(send('POST', '/2015-03-31/functions/shows/invocations', '{}', [Authorization: scope]).body(), String)
    }

    private List<Path> filesWith(String text) {
        Files.walk(folder).withCloseable { files ->
            files.filter { Files.isRegularFile(it) }.filter { new String(Files.readAllBytes(it), 'ISO-8859-1').contains(text) }.toList()
        }
    }

    private String told(String stack) {
        ['DescribeStackEvents', 'DescribeStackResources', 'DescribeStacks', 'GetTemplate', 'ListStackResources', 'DescribeStackResourceDrifts']
            .collect { query([Action: it, StackName: stack]).toString() }.join('\n')
    }

    def 'a secret behind #reference goes to the function alone'() {
        given:
        call('secretsmanager.CreateSecret', [Name: 'db', SecretString: JSON.writeValueAsString([password: FIRST])])
        call('AmazonSSM.PutParameter', [Name: '/key', Value: FIRST, Type: 'SecureString'])

        when:
        def outputs = deploy('one', resources(reference), [Key: reference])
        query([Action: 'DetectStackDrift', StackName: 'one'])

        then:
        outputs == [Key: reference]
        shown() == FIRST
        query([Action: 'DescribeStackResourceDrifts', StackName: 'one']).StackResourceDrifts.every { it.StackResourceDriftStatus == 'IN_SYNC' }
        !told('one').contains('pLaNtEd')
        filesWith('pLaNtEd') == []

        when: 'the secret changes, and something else of the function'
        call('secretsmanager.PutSecretValue', [SecretId: 'db', SecretString: JSON.writeValueAsString([password: SECOND])])
        call('AmazonSSM.PutParameter', [Name: '/key', Value: SECOND, Type: 'SecureString', Overwrite: true])
        def same = deploy('one', resources(reference), [Key: reference])
        def before = shown()
        deploy('one', resources(reference, [MemorySize: 256]), [Key: reference])

        then: 'CloudFormation looks it up anew only for a resource that it changes'
        same.refused.contains('No updates are to be performed')
        before == FIRST
        shown() == SECOND

        when:
        restart()

        then:
        shown() == SECOND
        !told('one').contains('pLaNtEd')
        filesWith('pLaNtEd') == []
        undeploy('one') == ''

        where:
        reference << ['{{resolve:secretsmanager:db:SecretString:password}}', '{{resolve:ssm-secure:/key}}']
    }

    def 'a secret that is not there fails its resource, and one that went before its resource does not hinder removal'() {
        given:
        call('secretsmanager.CreateSecret', [Name: 'db', SecretString: FIRST])

        expect:
        deploy('two', resources('{{resolve:secretsmanager:none}}')).failed.contains('Fn: Could not find a value associated with JSONKey')
        deploy('one', resources('{{resolve:secretsmanager:db}}')) == [:]

        when:
        call('secretsmanager.DeleteSecret', [SecretId: 'db', ForceDeleteWithoutRecovery: true])

        then:
        undeploy('one') == ''
    }
}
