package sst.local.secrets

import java.nio.file.Files
import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset
import spock.lang.Requires
import sst.local.CloudSpec

class SecretsManagerSpec extends CloudSpec {
    private final Clock clock = Clock.fixed(Instant.parse('2026-01-01T00:00:00Z'), ZoneOffset.UTC)
    private long passed

    @Override
    Clock clock() {
        new Clock() {
            ZoneOffset getZone() {
                ZoneOffset.UTC
            }

            Clock withZone(java.time.ZoneId zone) {
                this
            }

            Instant instant() {
                clock.instant().plusSeconds(passed)
            }
        }
    }

    private Object secrets(String operation, Map body) {
        call("secretsmanager.$operation", body)
    }

    private Object value(Map asked) {
        secrets('GetSecretValue', [SecretId: 'db'] + asked)
    }

    def 'a secret is read by name, ARN and partial ARN, also after a restart, and lies sealed on disk'() {
        given:
        def arn = secrets('CreateSecret', [Name: 'db', SecretString: 'vErYsEcReT', Description: 'd', Tags: [[Key: 'k', Value: 'v']]]).ARN

        when:
        restart()

        then:
        arn ==~ /arn:aws:secretsmanager:us-east-1:000000000000:secret:db-[A-Za-z0-9]{6}/
        [arn, 'db', arn[0..-8]].every { secrets('GetSecretValue', [SecretId: it]).SecretString == 'vErYsEcReT' }
        with(secrets('DescribeSecret', [SecretId: 'db'])) {
            Description == 'd'
            Tags == [[Key: 'k', Value: 'v']]
            VersionIdsToStages.values() as List == [['AWSCURRENT']]
        }
        !new String(Files.readAllBytes(folder.resolve('state.db')), 'ISO-8859-1').contains('vErYsEcReT')
        secrets('GetSecretValue', [SecretId: 'none']) ==
                [__type: 'ResourceNotFoundException', message: "Secrets Manager can't find the specified secret."]
    }

    def 'a new value becomes the current one, and the one before it the previous one'() {
        given:
        def first = secrets('CreateSecret', [Name: 'db', SecretString: 'one', ClientRequestToken: 'a' * 32]).VersionId
        secrets('PutSecretValue', [SecretId: 'db', SecretString: 'two', ClientRequestToken: 'b' * 32])
        secrets('PutSecretValue', [SecretId: 'db', SecretString: 'next', ClientRequestToken: 'c' * 32, VersionStages: ['NEXT']])

        expect:
        value([:]).SecretString == 'two'
        value(VersionStage: 'AWSPREVIOUS').SecretString == 'one'
        value(VersionId: first).VersionStages == ['AWSPREVIOUS']
        value(VersionStage: 'NEXT').SecretString == 'next'
        value(VersionStage: 'NOPE').message.endsWith('staging label: NOPE')
        secrets('PutSecretValue', [SecretId: 'db', SecretString: 'two', ClientRequestToken: 'b' * 32]).VersionId == 'b' * 32
        secrets('PutSecretValue', [SecretId: 'db', SecretString: 'else', ClientRequestToken: 'b' * 32]).__type == 'ResourceExistsException'

        when:
        def refused = secrets('UpdateSecretVersionStage', [SecretId: 'db', VersionStage: 'AWSCURRENT', MoveToVersionId: first])
        secrets('UpdateSecretVersionStage', [SecretId: 'db', VersionStage: 'AWSCURRENT', MoveToVersionId: first, RemoveFromVersionId: 'b' * 32])

        then:
        refused.__type == 'InvalidParameterException'
        value([:]).SecretString == 'one'
        value(VersionStage: 'AWSPREVIOUS').SecretString == 'two'
        secrets('ListSecretVersionIds', [SecretId: 'db']).Versions.collectEntries { [it.VersionId[0], it.VersionStages] } ==
                [a: ['AWSCURRENT'], b: ['AWSPREVIOUS'], c: ['NEXT']]
    }

    def 'bytes stay bytes, and a value is text or bytes, not both'() {
        given:
        secrets('CreateSecret', [Name: 'db', SecretBinary: 'AQID'])

        expect:
        value([:]).SecretBinary == 'AQID'
        secrets('PutSecretValue', [SecretId: 'db', SecretBinary: 'AQID', SecretString: 'x']).__type == 'InvalidParameterException'
        secrets('PutSecretValue', [SecretId: 'db']).__type == 'InvalidRequestException'
    }

    def 'a deleted secret can be restored until its recovery window ends'() {
        given:
        secrets('CreateSecret', [Name: 'db', SecretString: 'one'])

        when:
        secrets('DeleteSecret', [SecretId: 'db', RecoveryWindowInDays: 7])

        then:
        value([:]).__type == 'InvalidRequestException'
        secrets('CreateSecret', [Name: 'db', SecretString: 'x']).message.endsWith('already scheduled for deletion.')
        secrets('ListSecrets', [:]).SecretList == []
        secrets('ListSecrets', [IncludePlannedDeletion: true]).SecretList*.Name == ['db']

        when:
        secrets('RestoreSecret', [SecretId: 'db'])

        then:
        value([:]).SecretString == 'one'

        when:
        secrets('DeleteSecret', [SecretId: 'db', RecoveryWindowInDays: 7])
        passed = 8 * 86_400

        then:
        secrets('DescribeSecret', [SecretId: 'db']).__type == 'ResourceNotFoundException'
        secrets('CreateSecret', [Name: 'db', SecretString: 'new']).Name == 'db'

        when:
        secrets('DeleteSecret', [SecretId: 'db', ForceDeleteWithoutRecovery: true])

        then:
        secrets('DescribeSecret', [SecretId: 'db']).__type == 'ResourceNotFoundException'
        secrets('DeleteSecret', [SecretId: 'db', RecoveryWindowInDays: 3]).__type == 'InvalidParameterException'
    }

    def 'secrets are listed by filters and pages, and read several at once'() {
        given:
        ['prod/a', 'prod/b', 'dev/a'].each { secrets('CreateSecret', [Name: it, SecretString: it, Tags: [[Key: 'team', Value: it[0..2]]]]) }

        expect:
        secrets('ListSecrets', [Filters: [[Key: 'name', Values: ['prod/']]]]).SecretList*.Name == ['prod/a', 'prod/b']
        secrets('ListSecrets', [Filters: [[Key: 'name', Values: ['!prod/']]]]).SecretList*.Name == ['dev/a']
        secrets('ListSecrets', [Filters: [[Key: 'tag-value', Values: ['dev']]]]).SecretList*.Name == ['dev/a']
        with(secrets('ListSecrets', [MaxResults: 2])) { page ->
            page.SecretList*.Name == ['dev/a', 'prod/a']
            secrets('ListSecrets', [NextToken: page.NextToken]).SecretList*.Name == ['prod/b']
        }
        with(secrets('BatchGetSecretValue', [SecretIdList: ['dev/a', 'none']])) {
            SecretValues*.SecretString == ['dev/a']
            Errors*.ErrorCode == ['ResourceNotFoundException']
        }
    }

    def 'a generated password keeps to the rules'() {
        expect:
        (1..50).every {
            def password = secrets('GetRandomPassword', [PasswordLength: 12, ExcludeCharacters: '"@/\\', ExcludeUppercase: true]).RandomPassword
            password.length() == 12 && password =~ /[a-z]/ && password =~ /\d/ && password =~ /[^a-z\d]/ && !(password =~ /["@\/\\A-Z]/)
        }
        secrets('GetRandomPassword', [PasswordLength: 2]).__type == 'InvalidParameterException'
    }

    def 'a template makes a secret with a generated password, and other resources refer to its parts'() {
        given:
        def asked = [Name: 'db', GenerateSecretString: [
            SecretStringTemplate: '{"username":"me"}', GenerateStringKey: 'password', PasswordLength: 20, ExcludePunctuation: true]]
        def secret = [Type: 'AWS::SecretsManager::Secret', Properties: asked]
        def parameter = [Type: 'AWS::SSM::Parameter', Properties: [Name: 'user', Type: 'String',
            Value: ['Fn::Join': ['', ['{{resolve:secretsmanager:', [Ref: 'Secret'], ':SecretString:username::}}']]]]]

        when:
        def outputs = deploy('one', [Secret: secret, User: parameter], [Arn: [Ref: 'Secret']])

        then:
        outputs.keySet() == ['Arn'] as Set

        when:
        def made = JSON.readValue(value([:]).SecretString as String, Map)

        then:
        outputs.Arn == secrets('DescribeSecret', [SecretId: 'db']).ARN
        made.username == 'me'
        made.password ==~ /[A-Za-z0-9]{20}/
        call('AmazonSSM.GetParameter', [Name: 'user']).Parameter.Value == 'me'

        when: 'something else of the secret changes'
        def changed = deploy('one', [Secret: [Type: secret.Type, Properties: asked + [Description: 'new']], User: parameter])

        then:
        changed == [:]
        JSON.readValue(value([:]).SecretString as String, Map) == made
        secrets('DescribeSecret', [SecretId: 'db']).Description == 'new'

        when:
        def refused = deploy('two', [Other: secret])

        then:
        refused.failed.contains('the secret db already exists')
        undeploy('one') == ''
        secrets('DescribeSecret', [SecretId: 'db']).__type == 'ResourceNotFoundException'
    }

    @Requires({ hasCli() })
    def 'the AWS CLI creates and reads secrets, and is told that nothing rotates'() {
        expect:
        aws('secretsmanager', 'create-secret', '--name', 'cli', '--secret-string', 'x').Name == 'cli'
        aws('secretsmanager', 'get-secret-value', '--secret-id', 'cli').SecretString == 'x'
        aws('secretsmanager', 'rotate-secret', '--secret-id', 'cli').contains('sst local does not support secretsmanager:RotateSecret')
    }
}
