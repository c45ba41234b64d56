package sst.local.conformance

import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** The AWS CLI, of either version. */
class CliDriver implements Driver {
    private static final ObjectMapper JSON = new ObjectMapper()

    private final String endpoint
    private final Path folder
    private final List<String> rawBytes

    CliDriver(String endpoint, Path folder) {
        this.endpoint = endpoint
        this.folder = folder
        rawBytes = run(['--version'])[1].contains('aws-cli/1') ? [] : ['--cli-binary-format', 'raw-in-base64-out']
    }

    static boolean isThere() {
        System.getenv('PATH').split(File.pathSeparator).any { new File(it, 'aws').canExecute() }
    }

    @Override
    Driver.Answer call(String service, String operation, Map<String, Object> input) {
        def body = folder.resolve('body')
        def given = new LinkedHashMap(input)
        def more = []
        if (service == 's3' && given.containsKey('Body')) {
            more = ['--body', Files.writeString(body, given.remove('Body') as String).toString()]
        } else if (operation in ['GetObject', 'Invoke']) {
            // An operation with an argument of its own takes no other member from JSON either.
            more = given.collectMany { key, value -> ["--${dashed(key)}".toString(), value.toString()] } + body.toString()
            given.clear()
        }
        def name = operation.replaceAll(/([a-z0-9])([A-Z])/, '$1-$2').replaceAll('V2$', '-v2').replaceAll('--', '-').toLowerCase()
        def json = given ? ['--cli-input-json', JSON.writeValueAsString(given)] : []
        def answer = run([service == 's3' ? 's3api' : service, name, '--no-paginate', *json, *rawBytes, *more])
        def error = answer[1] =~ /(?s)An error occurred \((.*?)\) when calling the .*? operation(?: \(reached max retries: \d\))?: (.*)/
        if (error.find()) {
            return Driver.Answer.failed(error.group(1), error.group(2).trim())
        }
        assert answer[2] == '0': answer[1]
        def output = answer[0].trim() ? JSON.readValue(answer[0], Map) : [:]
        if (operation in ['GetObject', 'Invoke']) {
            output[operation == 'Invoke' ? 'Payload' : 'Body'] = Files.readString(body)
        }
        Driver.Answer.of(decoded(output) as Map)
    }

    private static String dashed(Object name) {
        name.toString().replaceAll(/([a-z0-9])([A-Z])/, '$1-$2').toLowerCase()
    }

    private static Object decoded(Object value) {
        if (value instanceof List) {
            return value.collect { decoded(it) }
        }
        if (value instanceof Map) {
            return value.collectEntries { key, inner ->
                [(key): key == 'Data' && inner instanceof String ? new String(inner.decodeBase64()) : decoded(inner)]
            }
        }
        value
    }

    private List<String> run(List<String> arguments) {
        def builder = new ProcessBuilder(['aws', '--endpoint-url', endpoint, *arguments])
        builder.environment().putAll([
            AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local', AWS_MAX_ATTEMPTS: '1',
            AWS_DEFAULT_REGION: 'us-east-1', AWS_DEFAULT_OUTPUT: 'json', AWS_PAGER: '',
            AWS_CONFIG_FILE: folder.resolve('none').toString(), AWS_SHARED_CREDENTIALS_FILE: folder.resolve('none').toString()])
        def error = folder.resolve('error').toFile()
        def process = builder.redirectError(error).start()
        def output = process.inputStream.text
        assert process.waitFor(300, TimeUnit.SECONDS)
        [output, error.text + (arguments == ['--version'] ? output : ''), process.exitValue().toString()]
    }

    @Override
    void close() {
        Files.deleteIfExists(folder.resolve('body'))
    }
}
