package sst.model.value

import spock.lang.Specification
import sst.model.schema.written.Mismatch
import sst.model.schema.PropTypes

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

    def 'everything makes all else needless, wherever it stands'() {
        given:
        def list = PropTypes.list(Permission.type())

        expect:
        list.merge(list.coerce(first), list.coerce(second)) == list.coerce(both)

        where:
        first  | second      || both
        's3'   | 'dynamodb'  || ['s3', 'dynamodb']
        '*'    | 's3'        || '*'
        's3'   | '*'         || '*'
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
