package sst.model.value

import spock.lang.Specification
import sst.model.schema.Mismatch

class PermissionSpec extends Specification {

    def '#raw means #expected'() {
        expect:
        Permission.type().coerce(raw) == expected

        where:
        raw                                                   || expected
        '*'                                                   || new Permission.Everything()
        's3'                                                  || new Permission.Action('s3', '*')
        's3:GetObject'                                        || new Permission.Action('s3', 'GetObject')
        'execute-api:*'                                       || new Permission.Action('execute-api', '*')
        [actions: ['s3:*'], resources: ['*']]                 || new Permission.Stated(new Statement(['s3:*'], ['*'], null, [:]))
    }

    def '#raw is refused'() {
        when:
        Permission.type().coerce(raw)

        then:
        thrown(Mismatch)

        where:
        raw << ['', 'S3 Get', 's3:', 3, true]
    }
}
