package sst.local.cfn.engine

import java.util.concurrent.Executors
import spock.lang.Specification
import sst.local.cfn.engine.tool.EngineClosed

class GraphWalkSpec extends Specification {

    def 'a cloud that stops before a step could begin is no failure of the step'() {
        given:
        def workers = Executors.newSingleThreadExecutor()
        workers.shutdown()

        when:
        new GraphWalk(workers, { }, { false }).walk([A: [] as Set], { true }, { true })

        then:
        thrown(EngineClosed)
    }
}
