package sst.client

import spock.lang.Specification

class ResourceSpec extends Specification {

    def 'refuses what is not bound to this process'() {
        when:
        Resource.table('Notes').tableName()

        then:
        def unbound = thrown(UnboundException)
        unbound.message == 'Table Notes is not bound to this function. Nothing is bound to it.'
    }
}
