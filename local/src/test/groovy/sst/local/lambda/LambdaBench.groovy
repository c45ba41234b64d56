package sst.local.lambda

import com.fasterxml.jackson.databind.ObjectMapper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Path
import java.time.Clock
import java.util.concurrent.CopyOnWriteArrayList
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import sst.local.lambda.worker.Limits
import sst.local.port.Host
import sst.local.port.LogSink
import sst.local.port.ObjectReader
import sst.local.store.DurableStore
import sst.local.wire.gateway.Gateway

/** Lambda behind a real gateway and a real store; logs are kept in memory. */
class LambdaBench implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper()
    static final String FUNCTIONS = '/2015-03-31/functions'

    final DurableStore store
    final Gateway gateway
    final Lambda lambda
    final List<Map> logs = new CopyOnWriteArrayList<>()
    final Map<String, Path> objects = [:]
    private final HttpClient client = HttpClient.newHttpClient()

    LambdaBench(Path folder, Clock clock = Clock.systemUTC(), Limits limits = Limits.standard(2)) {
        store = DurableStore.open(folder)
        gateway = Gateway.bind(0)
        LogSink sink = { at, time, text -> logs << [group: at.group(), stream: at.stream(), text: text] }
        ObjectReader reader = { bucket, key -> Optional.ofNullable(objects["$bucket/$key".toString()]) }
        lambda = new Lambda(new Host(store, clock, gateway.endpoint()), reader, sink, limits)
        gateway.start(lambda.endpoints(), store)
    }

    static byte[] zip(Map<String, Object> files) {
        def bytes = new ByteArrayOutputStream()
        new ZipOutputStream(bytes).withCloseable { zip ->
            files.each { name, content ->
                zip.putNextEntry(new ZipEntry(name))
                zip.write(content instanceof byte[] ? content : content.toString().getBytes('UTF-8'))
                zip.closeEntry()
            }
        }
        bytes.toByteArray()
    }

    Map create(String name, Map<String, Object> files, Map more = [:]) {
        def input = [
            FunctionName: name, Runtime: 'nodejs20.x', Handler: 'index.handler', Timeout: 60,
            Role: 'arn:aws:iam::000000000000:role/r', Code: [ZipFile: zip(files).encodeBase64().toString()]
        ] + more
        json(call('POST', FUNCTIONS, JSON.writeValueAsString(input)))
    }

    Map node(String name, String source, Map more = [:]) {
        create(name, ['index.mjs': source], more)
    }

    HttpResponse<String> call(String method, String path, String body = '', Map<String, String> headers = [:]) {
        def request = HttpRequest.newBuilder(URI.create(gateway.endpoint() + path))
                .header('Authorization', 'AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=0')
                .method(method, HttpRequest.BodyPublishers.ofString(body))
        headers.each { request.header(it.key, it.value) }
        client.send(request.build(), HttpResponse.BodyHandlers.ofString())
    }

    HttpResponse<String> invoke(String name, Object event = [:], Map<String, String> headers = [:]) {
        call('POST', "$FUNCTIONS/$name/invocations", JSON.writeValueAsString(event), headers)
    }

    String log(String name) {
        logs.findAll { it.group == '/aws/lambda/' + name }*.text.join('')
    }

    static Object json(HttpResponse<String> response) {
        response.body() ? JSON.readValue(response.body(), Object) : null
    }

    static boolean runs(long pid) {
        ProcessHandle.of(pid).map { it.alive }.orElse(false)
    }

    @Override
    void close() {
        lambda.close()
        gateway.close()
        store.close()
    }
}
