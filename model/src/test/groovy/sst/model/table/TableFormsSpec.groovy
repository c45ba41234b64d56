package sst.model.table

import spock.lang.Specification
import sst.model.schema.written.Mismatch

class TableFormsSpec extends Specification {

    def 'a stream is #expected when written #raw'() {
        expect:
        TableStream.type().coerce(raw) == expected

        where:
        raw            || expected
        true           || TableStream.NEW_AND_OLD_IMAGES
        false          || TableStream.DISABLED
        'new_image'    || TableStream.NEW_IMAGE
        'keys_only'    || TableStream.KEYS_ONLY
    }

    def 'a projection is all, keys_only or a list'() {
        expect:
        Projection.type().coerce('all').kind() == Projection.Kind.ALL
        Projection.type().coerce('keys_only').kind() == Projection.Kind.KEYS_ONLY
        Projection.type().coerce(['a', 'b']) == new Projection(Projection.Kind.INCLUDE, ['a', 'b'])

        when:
        Projection.type().coerce('some')

        then:
        thrown(Mismatch)
    }
}
