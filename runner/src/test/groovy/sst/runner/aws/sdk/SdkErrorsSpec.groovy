package sst.runner.aws.sdk

import spock.lang.Specification
import sst.runner.aws.AwsFailure

class SdkErrorsSpec extends Specification {

    def 'a connection that is reset before the status line is a cloud that cannot be reached'() {
        when:
        SdkErrors.call { throw new UncheckedIOException(new SocketException('Connection reset')) }

        then:
        def failure = thrown(AwsFailure)
        failure.kind() == AwsFailure.Kind.UNREACHABLE
        failure.reason() == 'Connection reset'
    }
}
