package sst.constructs.build

import com.fasterxml.jackson.databind.ObjectMapper
import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer

/** A database behind the RDS Data API that remembers what it was told, and which migrations it has had. */
class FakeDataApi implements Closeable {
    private final HttpServer server = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
    private final Map<String, List<String>> pending = [:]
    final List<String> statements = []
    final List<Map> answers = []
    final Map<String, String> applied = new TreeMap<>()
    int refusals
    String broken = 'nothing breaks'

    FakeDataApi() {
        server.createContext('/') { exchange -> answer(exchange) }
        server.start()
    }

    String getEndpoint() {
        "http://127.0.0.1:$server.address.port"
    }

    private void answer(HttpExchange exchange) {
        Map body = new ObjectMapper().readValue(exchange.requestBody, Map)
        if (refusals-- > 0) {
            reply(exchange, 400, [message: 'Communications link failure'])
            return
        }
        try {
            reply(exchange, 200, perform(exchange.requestURI.path, body))
        } catch (IllegalStateException e) {
            reply(exchange, 400, [message: e.message])
        }
    }

    private static void reply(HttpExchange exchange, int status, Map answer) {
        byte[] bytes = new ObjectMapper().writeValueAsBytes(answer)
        exchange.sendResponseHeaders(status, bytes.length)
        exchange.responseBody.withCloseable { it.write(bytes) }
    }

    private Map perform(String path, Map body) {
        switch (path) {
            case '/Execute': return execute(body)
            case '/BeginTransaction':
                statements << 'begin'
                pending.tx = []
                return [transactionId: 'tx']
            case '/CommitTransaction':
                statements << 'commit'
                pending.remove('tx').each { applied[it] = 'now' }
                return [:]
            case '/RollbackTransaction':
                statements << 'rollback'
                pending.remove('tx')
                return [:]
            case '/answer':
                answers << body
                return [:]
        }
        throw new IllegalStateException("no operation $path")
    }

    private Map execute(Map body) {
        if (body.sql.startsWith('create table if not exists kysely')) {
            return [:]
        }
        if (body.sql.startsWith('select name')) {
            return [records: applied.collect { [[stringValue: it.key], [stringValue: it.value]] }]
        }
        if (body.sql.contains(broken)) {
            throw new IllegalStateException('syntax error')
        }
        statements << "$body.database: $body.sql".toString()
        if (body.sql.startsWith('insert into kysely_migration')) {
            def name = body.parameters.find { it.name == 'name' }.value.stringValue
            body.transactionId ? pending[body.transactionId] << name : applied.put(name, 'now')
        }
        [:]
    }

    @Override
    void close() {
        server.stop(0)
    }
}
