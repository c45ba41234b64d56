package sst.runner.aws.sdk.mfa

import com.sun.net.httpserver.HttpServer
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider
import software.amazon.awssdk.profiles.ProfileFile
import software.amazon.awssdk.regions.Region
import software.amazon.awssdk.services.sts.StsClient
import spock.lang.Specification
import spock.lang.TempDir
import sst.model.diagnostic.CloudError

class MfaCredentialsSpec extends Specification {
    @TempDir
    Path folder

    static final NOW = Instant.parse('2026-01-01T00:00:00Z')
    def server = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
    List<Map> asked = []
    List<String> questions = []
    String code = '123456'
    int status = 200

    def setup() {
        server.createContext('/') { exchange ->
            asked << exchange.requestBody.text.split('&').collectEntries { it.split('=', 2).collect { URLDecoder.decode(it, 'UTF-8') } }
            String text = status == 200
                ? """<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>ASIA</AccessKeyId>
                    <SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2026-01-01T01:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>"""
                : """<ErrorResponse><Error><Code>AccessDenied</Code><Message>MultiFactorAuthentication failed with invalid MFA one time pass code.</Message></Error></ErrorResponse>"""
            exchange.sendResponseHeaders(status, text.bytes.length)
            exchange.responseBody.withCloseable { it << text.bytes }
        }
        server.start()
    }

    def cleanup() {
        server.stop(0)
    }

    MfaProfile profile(String text = '') {
        def file = ProfileFile.builder().type(ProfileFile.Type.CONFIGURATION).content(new ByteArrayInputStream("""[profile base]
aws_access_key_id = a
[profile work]
role_arn = arn:aws:iam::1:role/dev
mfa_serial = arn:aws:iam::1:mfa/ada
source_profile = base
$text
""".bytes)).build()
        MfaProfile.of(file.profile('work').get()).orElse(null)
    }

    MfaCredentials credentials(MfaProfile profile = profile()) {
        def sts = StsClient.builder().region(Region.US_EAST_1).endpointOverride(URI.create("http://127.0.0.1:${server.address.port}"))
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create('a', 'b'))).build()
        new MfaCredentials(profile, sts, new MfaCredentials.Surroundings(folder, Clock.fixed(NOW, ZoneOffset.UTC), { questions << it; code }))
    }

    def "a code is asked for once, and its session serves the next command too"() {
        expect:
        credentials().resolveCredentials().accessKeyId() == 'ASIA'
        credentials().resolveCredentials().accessKeyId() == 'ASIA'
        questions == ['MFA code of arn:aws:iam::1:mfa/ada:']
        asked*.TokenCode == ['123456']
        asked[0].SerialNumber == 'arn:aws:iam::1:mfa/ada'

        and: 'the session lies where the AWS CLI looks for it, for the user alone'
        def kept = new SessionCache(folder).file(profile())
        kept.fileName.toString() == '567cb7f13e5357f1da3449570a4ca30262ab13de.json'
        PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)) == 'rw-------'
    }

    def "where nobody can be asked the profile is named and a way is shown"() {
        given:
        code = ''

        when:
        credentials().resolveCredentials()

        then:
        def error = thrown(CloudError)
        error.exitCode() == 4
        error.diagnostic().summary().contains("profile 'work'")
        error.diagnostic().hint().contains('aws sts get-caller-identity --profile work')
        asked.empty
    }

    def "a code that is refused is told in AWS's words"() {
        given:
        status = 403

        when:
        credentials().resolveCredentials()

        then:
        def error = thrown(CloudError)
        error.exitCode() == 4
        error.diagnostic().summary().contains('invalid MFA one time pass code')
    }

    def "what the profile says beside goes along"() {
        when:
        credentials(profile('external_id = x\nduration_seconds = 900\nrole_session_name = ada')).resolveCredentials()

        then:
        asked[0].ExternalId == 'x'
        asked[0].DurationSeconds == '900'
        asked[0].RoleSessionName == 'ada'
    }
}
