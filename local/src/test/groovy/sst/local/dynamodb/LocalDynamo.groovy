package sst.local.dynamodb

import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.ObjectNode
import groovy.transform.CompileStatic
import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import java.time.ZoneOffset
import sst.local.port.Host
import sst.local.store.DurableStore
import sst.local.wire.AwsException
import sst.local.wire.CallContext
import sst.local.wire.Endpoint
import sst.local.wire.codec.Json

/** A DynamoDB service over a real store, called as the gateway calls it: bytes in, bytes out. */
@CompileStatic
class LocalDynamo implements Closeable {
    static final ObjectMapper MAPPER = new ObjectMapper()
    static final CallContext CONTEXT = new CallContext('us-east-1', CallContext.ACCOUNT, 'request', 'http://127.0.0.1:1')

    final DurableStore store
    final DynamoDb service
    final MovedClock clock = new MovedClock()

    LocalDynamo(Path folder) {
        store = DurableStore.open(folder)
        service = new DynamoDb(new Host(store, clock, 'http://127.0.0.1:1'))
    }

    /** Calls an operation with maps and lists, and gives its answer as maps and lists. */
    Map call(Map input, String operation, CallContext context = CONTEXT) {
        def endpoint = (Endpoint.Named) service.endpoints()[0]
        def answer = endpoint.operations()[operation].invoke((ObjectNode) MAPPER.valueToTree(plain(input)), context)
        store.commit()
        MAPPER.readValue(Json.write(answer), Map)
    }

    /** Groovy's interpolated strings as plain ones, which is what JSON has. */
    private static Object plain(Object value) {
        if (value instanceof Map) {
            return ((Map) value).collectEntries { key, inner -> [(key.toString()): plain(inner)] }
        }
        if (value instanceof List) {
            return ((List) value).collect { plain(it) }
        }
        value instanceof GString ? value.toString() : value
    }

    /** The message of the error that a call ends in; fails when it ends well. */
    String refusal(Map input, String operation) {
        failure(input, operation).text()
    }

    AwsException failure(Map input, String operation) {
        try {
            call(input, operation)
        } catch (AwsException refused) {
            return refused
        }
        throw new AssertionError((Object) "$operation was not refused".toString())
    }

    /** Makes a table with on-demand billing; keys are written {@code 'id:S'}. */
    void table(String name, List<String> keys, Map more = [:]) {
        def definitions = keys.collect { attribute(it) }
        call([TableName: name, BillingMode: 'PAY_PER_REQUEST', KeySchema: schema(keys),
              AttributeDefinitions: definitions] + more, 'CreateTable')
    }

    static Map attribute(String key) {
        [AttributeName: key.split(':')[0], AttributeType: key.split(':')[1]]
    }

    static List<Map> schema(List<String> keys) {
        keys.withIndex().collect { String key, int i ->
            [AttributeName: key.split(':')[0], KeyType: i == 0 ? 'HASH' : 'RANGE']
        } as List<Map>
    }

    @Override
    void close() {
        service.close()
        store.close()
    }

    static class MovedClock extends Clock {
        Instant now = Instant.parse('2026-01-01T00:00:00Z')

        @Override
        Instant instant() { now }

        @Override
        ZoneId getZone() { ZoneOffset.UTC }

        @Override
        Clock withZone(ZoneId zone) { this }

        void pass(Duration time) { now = now + time }
    }
}
