package sst.repl.job

import java.util.concurrent.CountDownLatch

import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.util.concurrent.PollingConditions
import sst.model.diagnostic.UserError

class JobsSpec extends Specification {
    List<String> shown = [].asSynchronized()
    int rings = 0
    def eventually = new PollingConditions(timeout: 60)

    @AutoCleanup
    Jobs jobs = new Jobs(new Outlet() {
        boolean isThere() { true }

        void show(String line) { shown << line }

        void ring() { rings++ }
    })

    def 'lines of a job are marked with its number, and its end is told with a bell'() {
        when:
        jobs.start('/logs list') { out -> new Jobs.Work({ out.println('first'); out.println('second') }, {}) }

        then:
        eventually.eventually { assert shown == ['[1] first', '[1] second', '[1] done: /logs list'] && rings == 1 }
        jobs.list() == []
    }

    def 'a job that fails says why'() {
        when:
        jobs.start('/watch 1 x') { out -> new Jobs.Work({ throw new IllegalStateException('no x') }, {}) }

        then:
        eventually.eventually { assert shown.any { it.contains('IllegalStateException: no x') } && shown.last() == '[1] ended: /watch 1 x' }
    }

    def 'a job is asked to stop, and interrupted when it is asked again'() {
        given:
        def asked = new CountDownLatch(1)
        jobs.start('/watch 1 x') { out -> new Jobs.Work({ new CountDownLatch(1).await() }, { asked.countDown() }) }

        expect:
        jobs.stop(1)
        asked.count == 0
        jobs.list() == ['[1] /watch 1 x   (asked to stop)']
        !jobs.stop(1)
        eventually.eventually { assert shown == ['[1] ✖ stopped', '[1] ended: /watch 1 x'] }
    }

    def 'what does not run cannot be stopped'() {
        when:
        jobs.stop(7)

        then:
        def refused = thrown(UserError)
        refused.message.contains('no job 7 runs')
    }

    def 'without a terminal nothing runs behind'() {
        when:
        new Jobs(Outlet.NONE).start('/logs list') { out -> new Jobs.Work({}, {}) }

        then:
        def refused = thrown(UserError)
        refused.message.contains('nothing can run behind where there is no terminal')
    }
}
