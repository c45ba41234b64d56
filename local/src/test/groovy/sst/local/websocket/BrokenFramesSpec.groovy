package sst.local.websocket

import java.nio.ByteBuffer
import sst.local.CloudSpec

/** A thousand broken conversations, the same in every run: each ends as the protocol ends, and the next client is served. */
class BrokenFramesSpec extends CloudSpec {
    private static final int COUNT = Integer.getInteger('sst.mutations', 1000)

    private URI address

    @Override
    void start() {
        super.start()
        def api = http('POST', '/v2/apis', [name: 'chat', protocolType: 'WEBSOCKET', routeSelectionExpression: '$request.body.action'])
        http('POST', "/v2/apis/$api.apiId/stages", [stageName: 'dev'])
        address = URI.create(api.apiEndpoint + '/dev')
    }

    private static byte[] frame(int first, byte[] payload) {
        def mask = [1, 2, 3, 4] as byte[]
        def out = new ByteArrayOutputStream()
        out.write(first)
        if (payload.length < 126) {
            out.write(0x80 | payload.length)
        } else {
            out.write(0x80 | 126)
            out.write(ByteBuffer.allocate(2).putShort(payload.length as short).array())
        }
        out.write(mask)
        payload.eachWithIndex { it, at -> out.write(it ^ mask[at % 4]) }
        out.toByteArray()
    }

    private static byte[] joined(byte[]... parts) {
        def out = new ByteArrayOutputStream()
        parts.each { out.write(it) }
        out.toByteArray()
    }

    private static final List<byte[]> CONVERSATIONS = [
        frame(0x81, '{"action":"order","no":7}'.bytes),
        joined(frame(0x01, 'he'.bytes), frame(0x89, 'ping'.bytes), frame(0x80, 'llo \u00e4'.getBytes('UTF-8'))),
        joined(frame(0x81, ('x' * 3000).bytes), frame(0x8a, 'pong'.bytes)),
        frame(0x82, [1, 2, 3] as byte[]),
        frame(0x88, [3, -24] as byte[]),
        joined(frame(0x81, 'hi'.bytes), frame(0x88, [3, -24, 98, 121, 101] as byte[]))
    ]

    /** One to three faults: bits turned, bytes put in or left out, the end cut off. */
    private static byte[] broken(byte[] bytes, Random random) {
        (0..random.nextInt(3)).inject(bytes) { byte[] was, int ignored ->
            int at = random.nextInt(Math.max(1, was.length))
            switch (was.length ? random.nextInt(5) : 3) {
                case 0:
                    def turned = was.clone()
                    turned[at] = (byte) (turned[at] ^ (1 << random.nextInt(8)))
                    return turned
                case 1: return Arrays.copyOf(was, at)
                case 2: return joined(Arrays.copyOf(was, at), Arrays.copyOfRange(was, Math.min(was.length, at + 1 + random.nextInt(3)), was.length))
                case 3:
                    def odd = new byte[1 + random.nextInt(12)]
                    random.nextBytes(odd)
                    return joined(Arrays.copyOf(was, at), odd, Arrays.copyOfRange(was, at, was.length))
                default: return joined(was, Arrays.copyOf(was, at))
            }
        }
    }

    private byte[] answer(String head, byte[] frames) {
        new Socket(address.host, address.port).withCloseable { socket ->
            socket.soTimeout = 300_000
            socket.outputStream.write(joined(head.getBytes('ISO-8859-1'), frames))
            socket.shutdownOutput()
            try {
                socket.inputStream.bytes
            } catch (SocketException resetByTheServer) {
                assert resetByTheServer.message
                new byte[0]
            }
        }
    }

    private String handshake() {
        "GET $address.path HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    }

    /** Whether an end may have the code: one of the protocol's own, or what the client said itself. */
    private static boolean isCode(int code) {
        code in 1000..1003 || code in 1007..1014 || code in 3000..4999
    }

    /** What is wrong with frames of the server's: empty if nothing. */
    private static String fault(byte[] bytes) {
        def in = ByteBuffer.wrap(bytes)
        while (in.hasRemaining()) {
            int first = in.get() & 0xff
            int length = in.get() & 0xff
            if (!(first in [0x81, 0x88, 0x8a]) || length > 126) {
                return "a frame begins with $first, $length"
            }
            def payload = new byte[length == 126 ? in.getShort() & 0xffff : length]
            in.get(payload)
            if (first == 0x81 && !JSON.readValue(payload, Map).message) {
                return new String(payload)
            }
            if (first == 0x88 && payload.length && !isCode(ByteBuffer.wrap(payload).getShort() as int)) {
                return 'closed with ' + ByteBuffer.wrap(payload).getShort()
            }
        }
        ''
    }

    def 'broken frames end in answers of the protocol, and the next client is served'() {
        given:
        def random = new Random(20_261_121)

        expect:
        (1..COUNT).every { number ->
            def sent = broken(CONVERSATIONS[number % CONVERSATIONS.size()], random)
            def bytes = answer(handshake(), sent)
            def text = new String(bytes, 'ISO-8859-1')
            int end = text.indexOf('\r\n\r\n') + 4
            assert bytes.length == 0 || text.startsWith('HTTP/1.1 101')
            assert !bytes.length || fault(Arrays.copyOfRange(bytes, end, bytes.length)) == '': "$number: ${sent.encodeHex()}"
            true
        }
        Client.connect(address.toString()).say('{"action":"order"}').hear().contains('Forbidden')
    }

    def 'broken handshakes are refused in HTTP, and the next client is served'() {
        given:
        def random = new Random(20_261_122)

        expect:
        (1..COUNT.intdiv(4)).every { number ->
            def head = new String(broken(handshake().bytes, random), 'ISO-8859-1')
            def text = new String(answer(head, new byte[0]), 'ISO-8859-1')
            assert text.isEmpty() || text ==~ /(?s)HTTP\/1\.1 (101|4\d\d|501|505) .*/: "$number: $head -> $text"
            assert !text.contains('sst.local.') && !text.contains('\tat ')
            true
        }
        Client.connect(address.toString()).say('{"action":"order"}').hear().contains('Forbidden')
    }
}
