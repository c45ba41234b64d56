package sst.local.dynamodb.partiql

import com.fasterxml.jackson.databind.JsonNode
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import sst.local.dynamodb.LocalDynamo
import sst.local.wire.codec.Json

class StatementsSpec extends Specification {
    @TempDir
    Path folder

    @AutoCleanup
    LocalDynamo dynamo

    def setup() {
        dynamo = new LocalDynamo(folder)
        dynamo.table('notes', ['id:S'])
        dynamo.call([TableName: 'notes', Item: [id: [S: 'a'], n: [N: '1']]], 'PutItem')
    }

    private Map batch(List<String> statements) {
        dynamo.call([Statements: statements.collect { [Statement: it] }], 'BatchExecuteStatement')
    }

    private Map transaction(List<String> statements, Map more = [:]) {
        dynamo.call([TransactStatements: statements.collect { [Statement: it] }] + more, 'ExecuteTransaction')
    }

    private String refusal(List<String> statements) {
        dynamo.refusal([TransactStatements: statements.collect { [Statement: it] }], 'ExecuteTransaction')
    }

    private Map get(String id) {
        dynamo.call([TableName: 'notes', Key: [id: [S: id]]], 'GetItem').Item
    }

    def 'a batch answers each statement in its place, and one failure leaves the others alone'() {
        when:
        def answer = batch(["SELECT * FROM notes WHERE id = 'a'", "SELECT * FROM notes WHERE id = 'none'", "SLECT", "SELECT * FROM notes",
            "SELECT * FROM gone WHERE id = 'a'"])

        then:
        answer.Responses == [
            [Item: [id: [S: 'a'], n: [N: '1']], TableName: 'notes'], [TableName: 'notes'],
            [Error: [Code: 'ValidationError', Message: "Statement wasn't well formed, can't be processed: Expected data manipulation"]],
            [Error: [Code: 'ValidationError', Message: 'Select statements within BatchExecuteStatement must specify the primary key in the where clause.']],
            [Error: [Code: 'ResourceNotFound', Message: 'Requested resource not found']]]
    }

    def 'a batch writes, with what its statements return'() {
        when:
        def answer = batch(["INSERT INTO notes VALUE {'id': 'b'}", "INSERT INTO notes VALUE {'id': 'a'}", "UPDATE notes SET n = 2 WHERE id = 'a' RETURNING MODIFIED NEW *",
            "UPDATE notes SET n = 3 WHERE id = 'a' AND n = 9", "DELETE FROM notes WHERE id = 'b' RETURNING ALL OLD *"])

        then:
        answer.Responses == [
            [TableName: 'notes'], [Error: [Code: 'DuplicateItem', Message: 'Duplicate primary key exists in table']],
            [Item: [n: [N: '2']], TableName: 'notes'], [Error: [Code: 'ConditionalCheckFailed', Message: 'The conditional request failed']],
            [Item: [id: [S: 'b']], TableName: 'notes']]
    }

    def 'a transaction writes all or nothing, and says which statement stood in its way'() {
        when:
        transaction(["INSERT INTO notes VALUE {'id': 'b'}", "UPDATE notes SET n = 2 WHERE id = 'a' AND n = 1", "EXISTS(SELECT * FROM notes WHERE id = 'c' AND n = 1)"])

        then:
        def failure = thrown(sst.local.wire.AwsException)
        failure.code() == 'TransactionCanceledException'
        failure.text().endsWith('[None, None, ConditionalCheckFailed]')
        get('b') == null

        when:
        transaction(["INSERT INTO notes VALUE {'id': 'a'}", "INSERT INTO notes VALUE {'id': 'b'}"])

        then:
        failure = thrown(sst.local.wire.AwsException)
        reasons(failure.members().CancellationReasons as JsonNode) == [[Code: 'DuplicateItem', Message: 'Duplicate primary key exists in table'], [Code: 'None']]

        when:
        def answer = transaction(["INSERT INTO notes VALUE {'id': 'b'}", "EXISTS(SELECT * FROM notes WHERE id = 'a' AND n = 1)"])

        then:
        answer == [Responses: [[:], [:]]]
        get('b') == [id: [S: 'b']]
    }

    private static List reasons(JsonNode json) {
        LocalDynamo.MAPPER.readValue(Json.write(json), List)
    }

    def 'a transaction reads all at once'() {
        expect:
        transaction(["SELECT n FROM notes WHERE id = 'a'", "SELECT * FROM notes WHERE id = 'none'"]) == [Responses: [[Item: [n: [N: '1']]], [:]]]
    }

    def 'a repeated token is answered and not run again'() {
        when:
        2.times { transaction(["UPDATE notes SET n = n + 1 WHERE id = 'a'"], [ClientRequestToken: 'once']) }

        then:
        get('a').n == [N: '2']

        when:
        dynamo.clock.pass(Duration.ofMinutes(11))
        transaction(["UPDATE notes SET n = n + 1 WHERE id = 'a'"], [ClientRequestToken: 'once'])

        then:
        get('a').n == [N: '3']
    }

    def 'a transaction of #statements is refused: #text'() {
        expect:
        refusal(statements) == text

        where:
        statements                                                                               || text
        ["SELECT * FROM notes WHERE"]                                                            || "Validation failed in TransactStatements[0]: Statement wasn't well formed, can't be processed: Unexpected term"
        ["SELECT * FROM notes WHERE id = 'a'", "DELETE FROM notes WHERE id = 'b'"]               || 'ExecuteTransaction API does not support both read and write operations in the same request.'
        ["DELETE FROM notes WHERE id = 'b'", "DELETE FROM notes WHERE id = 'b'"]                 || 'Transaction request cannot include multiple operations on one item'
        ["SELECT * FROM notes"]                                                                  || 'Validation failed in TransactStatements[0]: Select statements within ExecuteTransaction must specify the primary key in the where clause.'
        ["SELECT * FROM notes.\"x\" WHERE id = 'a'"]                                             || 'Validation failed in TransactStatements[0]: Reads on indices are not supported within transactions.'
        ["DELETE FROM notes WHERE id = 'b' RETURNING ALL OLD *"]                                 || 'Validation failed in TransactStatements[0]: RETURNING clause is not supported in ExecuteTransaction.'
        ["EXISTS(SELECT * FROM notes WHERE id = 'a')", "DELETE FROM notes WHERE id = 'b'"]       || 'Validation failed in TransactStatements[0]: EXISTS() must contain a single item read with additional condition'
    }
}
