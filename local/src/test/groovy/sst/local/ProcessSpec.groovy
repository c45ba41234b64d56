package sst.local

import com.fasterxml.jackson.databind.ObjectMapper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.LockSupport
import spock.lang.Specification
import spock.lang.TempDir

/** The local cloud as the process that it is. */
class ProcessSpec extends Specification {
    private static final int SECONDS = 300

    @TempDir
    Path folder

    HttpClient client = HttpClient.newHttpClient()
    List<Process> started = []

    def cleanup() {
        started.each {
            it.destroyForcibly()
            it.waitFor()
        }
    }

    private Process start(Path state, int port = 0) {
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def process = new ProcessBuilder(
                java, '-cp', System.getProperty('java.class.path'), 'sst.local.Main', '--dir', state.toString(), '--port', "$port")
                .redirectErrorStream(true)
                .start()
        started << process
        process
    }

    private Map<String, Object> ready(Process process, Path state) {
        def file = state.resolve('cloud.json')
        def deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS)
        while (System.nanoTime() < deadline && process.alive) {
            def record = written(file)
            if (record.pid == process.pid()) {
                return record
            }
            LockSupport.parkNanos(10_000_000)
        }
        throw new IllegalStateException('not ready: ' + (process.alive ? 'still starting' : process.inputStream.text))
    }

    /** What a process says of itself; a file left by a killed one may go at any moment. */
    private static Map<String, Object> written(Path file) {
        try {
            new ObjectMapper().readValue(file.toFile(), Map)
        } catch (FileNotFoundException ignored) {
            [:]
        }
    }

    private HttpResponse<String> ssm(String endpoint, String operation, String body) {
        client.send(
                HttpRequest.newBuilder(URI.create(endpoint))
                        .header('X-Amz-Target', 'AmazonSSM.' + operation)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString())
    }

    private HttpResponse<String> put(String url, String body) {
        client.send(
                HttpRequest.newBuilder(URI.create(url)).PUT(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString())
    }

    private void writeUntilKilled(String endpoint, List<Integer> acknowledged, CountDownLatch enough) {
        try {
            for (int number = 0; ; number++) {
                def parameter = ssm(endpoint, 'PutParameter', """{"Name":"p$number","Value":"$number","Type":"String"}""")
                def object = put("$endpoint/bucket/$number", "$number")
                if (parameter.statusCode() == 200 && object.statusCode() == 200) {
                    acknowledged << number
                    enough.countDown()
                }
            }
        } catch (IOException killed) {
            assert killed != null
        }
    }

    def "the state folder is its owner's alone, one that was open too"() {
        given:
        def state = Files.createDirectories(folder.resolve('state'))
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString('rwxr-xr-x'))

        when:
        ready(start(state), state)

        then:
        PosixFilePermissions.toString(Files.getPosixFilePermissions(state)) == 'rwx------'
    }

    def 'every acknowledged write is there after kill -9 at #count writes, and one that was not may be either'() {
        given:
        def process = start(folder)
        String endpoint = ready(process, folder).endpoint
        put(endpoint + '/bucket', '')
        def acknowledged = new CopyOnWriteArrayList<Integer>()
        def enough = new CountDownLatch(count)
        def writer = Thread.start { writeUntilKilled(endpoint, acknowledged, enough) }

        when:
        enough.await(SECONDS, TimeUnit.SECONDS)
        process.destroyForcibly().waitFor()
        writer.join()
        def again = start(folder)
        endpoint = ready(again, folder).endpoint

        then:
        acknowledged.size() >= count
        acknowledged.every { number ->
            ssm(endpoint, 'GetParameter', """{"Name":"p$number"}""").body().contains("\"Value\":\"$number\"") &&
                    client.send(HttpRequest.newBuilder(URI.create("$endpoint/bucket/$number")).build(), HttpResponse.BodyHandlers.ofString()).body() == "$number"
        }

        where:
        count << [7, 40, 100]
    }

    def 'a second cloud on the same folder is refused and does not disturb the first'() {
        given:
        def first = start(folder)
        def endpoint = ready(first, folder).endpoint

        when:
        def second = start(folder)
        second.waitFor(SECONDS, TimeUnit.SECONDS)

        then:
        second.exitValue() == 1
        second.inputStream.text.contains('another local cloud runs on the state folder ' + folder)
        ssm(endpoint, 'DescribeParameters', '{}').statusCode() == 200
        Files.exists(folder.resolve('cloud.json'))
    }

    def 'a port that is taken is named'() {
        given:
        def taken = new ServerSocket(0, 1, InetAddress.getByName('127.0.0.1'))

        when:
        def process = start(folder, taken.localPort)
        process.waitFor(SECONDS, TimeUnit.SECONDS)

        then:
        process.exitValue() == 1
        process.inputStream.text.contains("port ${taken.localPort} is taken")
        !Files.exists(folder.resolve('cloud.json'))

        cleanup:
        taken.close()
    }

    def 'it stops when asked to, and on SIGTERM, and leaves no cloud.json'() {
        given:
        def process = start(folder)
        def endpoint = ready(process, folder).endpoint

        when:
        if (byCall) {
            client.send(
                    HttpRequest.newBuilder(URI.create(endpoint + '/_sst/stop')).POST(HttpRequest.BodyPublishers.noBody()).build(),
                    HttpResponse.BodyHandlers.ofString())
        } else {
            process.destroy()
        }
        process.waitFor(SECONDS, TimeUnit.SECONDS)

        then:
        !process.alive
        process.exitValue() == (byCall ? 0 : 143)
        !Files.exists(folder.resolve('cloud.json'))

        where:
        byCall << [true, false]
    }

    def 'status tells the endpoint, the process and the services'() {
        given:
        def process = start(folder)
        def record = ready(process, folder)

        when:
        def status = new ObjectMapper().readValue(new URL("${record.endpoint}/_sst/status"), Map)

        then:
        status.running
        status.endpoint == record.endpoint
        status.pid == process.pid()
        status.services.keySet().containsAll(['sts', 's3', 'ssm', 'logs', 'iam'])
        status.services.iam.recorded == ['permissions']
    }

    def 'arguments that make no sense are answered with usage'() {
        given:
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()

        when:
        def process = new ProcessBuilder([java, '-cp', System.getProperty('java.class.path'), 'sst.local.Main'] + arguments)
                .redirectErrorStream(true).start()
        started << process

        then:
        process.waitFor(SECONDS, TimeUnit.SECONDS)
        process.exitValue() == 2
        process.inputStream.text.contains(message)

        where:
        arguments                          | message
        []                                 | 'usage: --dir STATE_DIR'
        ['--dir', '/x', '--port', 'abc']   | 'not a port: abc'
        ['--dir', '/x', '--port', '70000'] | 'not a port: 70000'
        ['--what', 'x']                    | 'unknown argument --what'
    }
}
