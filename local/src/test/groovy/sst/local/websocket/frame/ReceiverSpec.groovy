package sst.local.websocket.frame

import java.nio.ByteBuffer
import spock.lang.Specification

/** Frames byte by byte, as no well-behaved client sends them. */
class ReceiverSpec extends Specification {
    ByteArrayOutputStream out = new ByteArrayOutputStream()

    private Object next(byte[]... frames) {
        def all = new ByteArrayOutputStream()
        frames.each { all.write(it) }
        new Receiver(new ByteArrayInputStream(all.toByteArray()), new Sender(out)).next()
    }

    /** A masked frame. */
    private static byte[] frame(int first, byte[] payload) {
        def mask = [1, 2, 3, 4] as byte[]
        def head = ByteBuffer.allocate(10 + 4 + payload.length).put(first as byte)
        if (payload.length < 126) {
            head.put((payload.length | 0x80) as byte)
        } else if (payload.length < 65_536) {
            head.put((126 | 0x80) as byte).putShort(payload.length as short)
        } else {
            head.put((127 | 0x80) as byte).putLong(payload.length)
        }
        head.put(mask)
        payload.eachWithIndex { value, at -> head.put((value ^ mask[at % 4]) as byte) }
        Arrays.copyOf(head.array(), head.position())
    }

    private static int code(Closure call) {
        try {
            call()
            0
        } catch (ProtocolFault fault) {
            fault.reason().code()
        }
    }

    def 'parts are put together, and a ping between them is answered'() {
        expect:
        next(frame(0x01, 'é'.bytes[0..0] as byte[]), frame(0x89, 'up'.bytes), frame(0x80, 'é'.bytes[1..1] as byte[])).text() == 'é'
        out.toByteArray() == [0x8a, 2, 0x75, 0x70] as byte[]
    }

    def 'a goodbye has a code, or none'() {
        expect:
        next(frame(0x88, [0x0f, 0xa1, 0x6f, 0x6b] as byte[])).reason() == new CloseReason(4001, 'ok')
        next(frame(0x88, [] as byte[])).reason().code() == 1005
    }

    def 'what breaks the protocol ends with a code: #what'() {
        expect:
        code { next(bytes as byte[]) } == expected

        where:
        what                       | bytes                                        || expected
        'not masked'               | [0x81, 0x01, 0x61]                           || 1002
        'reserved bits'            | frame(0xc1, 'a'.bytes)                       || 1002
        'a close code of nobody'   | frame(0x88, [0x0a, 0xd7] as byte[])          || 1002
        'an unknown opcode'        | frame(0x83, 'a'.bytes)                       || 1002
        'a control frame in parts' | frame(0x09, 'a'.bytes)                       || 1002
        'a long control frame'     | frame(0x89, new byte[126])                   || 1002
        'a continuation of none'   | frame(0x80, 'a'.bytes)                       || 1002
        'binary'                   | frame(0x82, 'a'.bytes)                       || 1003
        'no UTF-8'                 | frame(0x81, [0xff, 0xfe] as byte[])          || 1007
        'more than 32 KB'          | frame(0x81, new byte[32 * 1024 + 1])         || 1009
        'much more'                | frame(0x81, new byte[70_000])                || 1009
    }

    def 'exactly 32 KB are taken, and so much is sent in a frame'() {
        given:
        def text = 'x' * (32 * 1024)

        when:
        new Sender(out).text((text + 'y').bytes)

        then:
        next(frame(0x81, text.bytes)).text() == text
        out.size() == 4 + text.length() + 3
        out.toByteArray()[0] == 0x01 as byte
        out.toByteArray()[4 + text.length()] == 0x80 as byte
    }

    def 'random bytes never do more than end the connection'() {
        given:
        def random = new Random(7)

        expect:
        (1..1000).every {
            def bytes = new byte[random.nextInt(200)]
            random.nextBytes(bytes)
            try {
                next(bytes) != null
            } catch (IOException ended) {
                true
            }
        }
    }
}
