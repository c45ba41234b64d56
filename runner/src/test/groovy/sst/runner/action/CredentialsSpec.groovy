package sst.runner.action

import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir
import sst.model.diagnostic.CloudError
import sst.runner.action.session.Context
import sst.runner.action.session.Session
import sst.runner.app.AppIdentity
import sst.runner.aws.AwsFailure
import sst.runner.aws.IdentityPort
import sst.runner.deploy.pace.Stop
import sst.runner.fake.FakeAws
import sst.runner.fake.RecordingUi
import sst.runner.stage.ProjectFolder
import sst.runner.stage.StageName
import sst.runner.ui.Failures

class CredentialsSpec extends Specification {
    @TempDir
    Path folder

    int asked = 0
    def aws = new FakeAws()

    AppIdentity app(String profile, String account = null) {
        new AppIdentity('notes', new StageName('dev'), 'eu-west-1', false, profile, account, false)
    }

    Session open(AppIdentity app, AwsFailure.Kind kind) {
        def port = new FakeAws() {
            @Override
            IdentityPort identity() {
                { ->
                    CredentialsSpec.this.asked++
                    throw new AwsFailure(kind, 'ExpiredToken', 'The security token included in the request is expired')
                } as IdentityPort
            }
        }
        Session.open(new Context(ProjectFolder.at(folder), [:], folder, new RecordingUi(), kind == null ? aws : port, aws.pace, new Stop(), { it }), app)
    }

    def "credentials of a profile that #state end at the first question with exit code 4, the profile and the login command"() {
        when:
        open(app('work'), kind)

        then:
        def error = thrown(CloudError)
        error.exitCode() == 4
        error.diagnostic().summary().startsWith("the credentials of profile 'work' $state: ")
        error.diagnostic().hint() == 'log in: aws sso login --profile work'
        asked == 1
        aws.cloudFormation.calls.empty

        where:
        kind                                | state
        AwsFailure.Kind.CREDENTIALS_EXPIRED | 'have expired'
        AwsFailure.Kind.CREDENTIALS_MISSING | 'cannot be used'
    }

    def "credentials of the environment that have expired end at the first question with exit code 4, too"() {
        when:
        open(app(null), AwsFailure.Kind.CREDENTIALS_EXPIRED)

        then:
        def error = thrown(AwsFailure)
        Failures.exitCode(error) == 4
        asked == 1
    }

    def "credentials of another account than the app's are refused before anything is read"() {
        when:
        open(app(null, '999988887777'), null)

        then:
        def error = thrown(CloudError)
        error.diagnostic().summary() == 'the app belongs to account 999988887777, the credentials are of 111122223333'
        aws.cloudFormation.calls.empty
    }
}
