package sst.local.websocket.frame

import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.LockSupport
import spock.lang.Specification

/** What a client reads first. */
class SenderSpec extends Specification {
    private static final long SECONDS = 60

    def 'a function that knows of a client before the handshake is answered speaks after the answer'() {
        given:
        def out = new ByteArrayOutputStream()
        def sender = new Sender(out)
        def function = new Thread({ sender.text('hi'.bytes) })

        when:
        sender.first('101'.bytes, {
            function.start()
            def deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS)
            while (!(function.state in [Thread.State.BLOCKED, Thread.State.TERMINATED]) && System.nanoTime() < deadline) {
                LockSupport.parkNanos(1_000_000)
            }
        })
        function.join(TimeUnit.SECONDS.toMillis(SECONDS))

        then:
        out.toByteArray() == [*'101'.bytes, 0x81, 2, *'hi'.bytes] as byte[]
    }
}
