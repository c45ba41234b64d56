package sst.runner.doctor

import spock.lang.Specification

class FindingSpec extends Specification {

    def 'a hint is given only where something is to be done'() {
        expect:
        new Finding('Java', good, true, '25', 'install JDK 17 or newer').hint() == hint

        where:
        good  || hint
        true  || ''
        false || 'install JDK 17 or newer'
    }
}
