package sst.local.dynamodb.partiql

import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import sst.local.dynamodb.LocalDynamo

class StatementSpec extends Specification {
    private static final String MALFORMED = "Statement wasn't well formed, can't be processed: "
    private static final String NO_KEY = 'Where clause does not contain a mandatory equality on all key attributes'
    private static final String LEFT_OVER = MALFORMED + 'Unexpected token after expression'

    @TempDir
    @Shared
    Path folder

    @Shared
    @AutoCleanup
    LocalDynamo dynamo

    def setupSpec() {
        dynamo = new LocalDynamo(folder)
        dynamo.table('orders', ['id:S', 'line:N'], [
            AttributeDefinitions: [LocalDynamo.attribute('id:S'), LocalDynamo.attribute('line:N'), LocalDynamo.attribute('state:S')],
            GlobalSecondaryIndexes: [[IndexName: 'by-state', KeySchema: LocalDynamo.schema(['state:S', 'line:N']), Projection: [ProjectionType: 'KEYS_ONLY']]]])
        dynamo.table('plain', ['id:S'])
        for (row in [['a', 1, 'open', 'pen'], ['a', 2, 'done', 'ink'], ['a', 3, 'open', 'cap'], ['b', 1, 'done', 'pen'], ['c', 1, 'open', 'nib']]) {
            run("INSERT INTO orders VALUE {'id': '${row[0]}', 'line': ${row[1]}, 'state': '${row[2]}', 'what': '${row[3]}', 'in': {'box': [1, ${row[1]}], 'name': 'x'}}")
        }
    }

    private Map run(String statement, List parameters = [], Map more = [:]) {
        dynamo.call([Statement: statement] + (parameters ? [Parameters: parameters] : [:]) + more, 'ExecuteStatement')
    }

    private List<String> found(String where, List parameters = []) {
        run("SELECT id, line FROM orders $where", parameters).Items.collect { it.id.S + it.line.N }
    }

    def 'where #where finds #lines'() {
        expect:
        found("WHERE $where", parameters) as Set == lines as Set

        where:
        where                                              | parameters            || lines
        "id = 'a' AND line = 2"                            | []                    || ['a2']
        "id = 'a'"                                         | []                    || ['a1', 'a2', 'a3']
        "'a' = id AND 1 < line"                            | []                    || ['a2', 'a3']
        "id = 'a' AND line >= 2 AND line < 3"              | []                    || ['a2']
        "id = 'a' AND line BETWEEN 2 AND 3"                | []                    || ['a2', 'a3']
        "id = 'a' AND line NOT BETWEEN 2 AND 3"            | []                    || ['a1']
        "id = ? AND line = ?"                              | [[S: 'a'], [N: '3']]  || ['a3']
        "id IN ['a', 'b'] AND line = 1"                    | []                    || ['a1', 'b1']
        "id IN ('c', 'b')"                                 | []                    || ['b1', 'c1']
        "id IN ?"                                          | [[L: [[S: 'c']]]]     || ['c1']
        "id = 'b' OR id = 'c'"                             | []                    || ['b1', 'c1']
        "(id = 'b' OR id = 'c') AND what = 'nib'"          | []                    || ['c1']
        "what = 'pen'"                                     | []                    || ['a1', 'b1']
        "what <> 'pen' AND id = 'a'"                       | []                    || ['a2', 'a3']
        "what != 'pen' AND id = 'a'"                       | []                    || ['a2', 'a3']
        "id = 'a' AND NOT what = 'pen'"                    | []                    || ['a2', 'a3']
        "id = 'a' AND begins_with(what, 'c')"              | []                    || ['a3']
        "id = 'a' AND NOT begins_with(\"what\", 'c')"      | []                    || ['a1', 'a2']
        "id = 'a' AND contains(what, 'n')"                 | []                    || ['a1', 'a2']
        "id = 'a' AND contains(\"in\".box, 3)"             | []                    || ['a3']
        "id = 'a' AND attribute_type(what, 'S')"           | []                    || ['a1', 'a2', 'a3']
        "id = 'a' AND size(what) > 3"                      | []                    || []
        "id = 'a' AND what IS MISSING"                     | []                    || []
        "id = 'b' AND other IS MISSING"                    | []                    || ['b1']
        "id = 'b' AND what IS NOT MISSING"                 | []                    || ['b1']
        "id = 'b' AND what IS NOT NULL"                    | []                    || ['b1']
        "id = 'a' AND attribute_exists(what)"              | []                    || ['a1', 'a2', 'a3']
        "id = 'a' AND attribute_not_exists(what)"          | []                    || []
        "\"in\".box[1] = 2"                                | []                    || ['a2']
        "\"in\"['name'] = 'x' AND id = 'c'"                | []                    || ['c1']
        "id = 'a' -- the first\n AND line = 1"             | []                    || ['a1']
        "id = 'a' /* all */ AND what IN ['ink', 'cap'];"   | []                    || ['a2', 'a3']
        "id = 'it''s'"                                     | []                    || []
    }

    def 'a select shows #shown'() {
        expect:
        run("SELECT $shown FROM orders WHERE id = 'a' AND line = 2").Items == [item]

        where:
        shown                   || item
        'what'                  || [what: [S: 'ink']]
        'what, id'              || [what: [S: 'ink'], id: [S: 'a']]
        '"in".name'             || [name: [S: 'x']]
        '"in".box[1]'           || ['box[1]': [N: '2']]
        'nothing'               || [:]
        '"in"'                  || [in: [M: [box: [L: [[N: '1'], [N: '2']]], name: [S: 'x']]]]
    }

    def 'items come in the order that is asked for'() {
        expect:
        found("WHERE id = 'a' ORDER BY line DESC") == ['a3', 'a2', 'a1']
        found("WHERE id = 'a' ORDER BY line ASC") == ['a1', 'a2', 'a3']
        found("WHERE id = 'a' ORDER BY line") == ['a1', 'a2', 'a3']
    }

    def 'an index is named behind its table'() {
        expect:
        run('SELECT id FROM "orders"."by-state" WHERE state = \'open\' ORDER BY line DESC').Items*.id*.S.first() == 'a'
        run('SELECT id FROM "orders"."by-state" WHERE state = \'open\' AND line > 1').Items == [[id: [S: 'a']]]
        run('SELECT * FROM "orders"."by-state" WHERE state = \'done\' AND line = 2').Items == [[id: [S: 'a'], line: [N: '2'], state: [S: 'done']]]
    }

    def 'pages go on where the last one ended, within a partition and from one to the next'() {
        when:
        def pages = []
        def token = null
        while (pages.size() < 20) {
            def page = run(statement, [], [Limit: 2] + (token ? [NextToken: token] : [:]))
            pages << page.Items.collect { it.id.S + it.line.N }
            token = page.NextToken
            if (!token) {
                break
            }
        }

        then:
        pages.every { it.size() <= 2 }
        pages.flatten().toSorted() == lines

        where:
        statement                                         || lines
        'SELECT * FROM orders'                            || ['a1', 'a2', 'a3', 'b1', 'c1']
        "SELECT * FROM orders WHERE id = 'a'"             || ['a1', 'a2', 'a3']
        "SELECT * FROM orders WHERE id IN ['c','a','b']"  || ['a1', 'a2', 'a3', 'b1', 'c1']
        "SELECT * FROM orders WHERE what = 'pen'"         || ['a1', 'b1']
    }

    def 'a limit counts what is looked at, and a token is good for its statement alone'() {
        given:
        def page = run("SELECT * FROM orders WHERE id = 'a' AND what = 'cap'", [], [Limit: 2])

        expect:
        page.Items == []
        page.LastEvaluatedKey == [id: [S: 'a'], line: [N: '2']]
        run("SELECT * FROM orders WHERE id = 'a' AND what = 'cap'", [], [NextToken: page.NextToken]).Items*.line == [[N: '3']]
        dynamo.refusal([Statement: 'SELECT * FROM orders', NextToken: page.NextToken], 'ExecuteStatement') == 'NextToken does not match request'
    }

    def 'values of every type are written and read: #literal'() {
        when:
        run("INSERT INTO plain VALUE {'id': 'v', 'v': $literal}", parameters)

        then:
        run("SELECT v FROM plain WHERE id = 'v'").Items == [[v: value]]

        cleanup:
        run("DELETE FROM plain WHERE id = 'v'")

        where:
        literal                      | parameters     || value
        "'it''s'"                    | []             || [S: "it's"]
        '-1.50e2'                    | []             || [N: '-150']
        'true'                       | []             || [BOOL: true]
        'NULL'                       | []             || [NULL: true]
        "[1, 'a', [false]]"          | []             || [L: [[N: '1'], [S: 'a'], [L: [[BOOL: false]]]]]
        "{'a': {'b': []}}"           | []             || [M: [a: [M: [b: [L: []]]]]]
        "<<'a', 'b'>>"               | []             || [SS: ['a', 'b']]
        '<<1, 2.5>>'                 | []             || [NS: ['1', '2.5']]
        '?'                          | [[B: 'YWI=']]  || [B: 'YWI=']
        "<<?>>"                      | [[B: 'YWI=']]  || [BS: ['YWI=']]
    }

    def 'update #what makes #item'() {
        given:
        run("INSERT INTO plain VALUE {'id': 'u', 'n': 1, 'l': [1, 2], 's': <<'a'>>, 'm': {'x': 1}}")

        expect:
        run("UPDATE plain $what WHERE id = 'u' RETURNING ALL NEW *").Items[0].findAll { it.key != 'id' } == [n: [N: '1'], l: [L: [[N: '1'], [N: '2']]], s: [SS: ['a']], m: [M: [x: [N: '1']]]] + item - [gone: null]

        cleanup:
        run("DELETE FROM plain WHERE id = 'u'")

        where:
        what                                    || item
        'SET n = 2'                             || [n: [N: '2']]
        'SET n = n + 5'                         || [n: [N: '6']]
        'SET n = n - 1, o = n'                  || [n: [N: '0'], o: [N: '1']]
        "SET n = 2 SET o = 'p'"                 || [n: [N: '2'], o: [S: 'p']]
        'SET m.x = 3, m.y = 4'                  || [m: [M: [x: [N: '3'], y: [N: '4']]]]
        'SET l[1] = 9'                          || [l: [L: [[N: '1'], [N: '9']]]]
        'SET l = list_append(l, [3])'           || [l: [L: [[N: '1'], [N: '2'], [N: '3']]]]
        "SET s = set_add(s, <<'b'>>)"           || [s: [SS: ['a', 'b']]]
        "SET s = set_delete(s, <<'z'>>)"        || [:]
        'REMOVE l[0]'                           || [l: [L: [[N: '2']]]]
        'SET o = 1 REMOVE m.x'                  || [o: [N: '1'], m: [M: [:]]]
    }

    def 'an update shows #returning'() {
        given:
        run("INSERT INTO plain VALUE {'id': 'r', 'a': 1, 'b': [1, 2]}")

        expect:
        run("$statement WHERE id = 'r' $returning").Items == items

        cleanup:
        run("DELETE FROM plain WHERE id = 'r'")

        where:
        statement                     | returning                  || items
        'UPDATE plain SET a = 2'      | 'RETURNING ALL OLD *'      || [[id: [S: 'r'], a: [N: '1'], b: [L: [[N: '1'], [N: '2']]]]]
        'UPDATE plain SET a = 2'      | 'RETURNING MODIFIED OLD *' || [[a: [N: '1']]]
        'UPDATE plain SET a = 2'      | 'RETURNING MODIFIED NEW *' || [[a: [N: '2']]]
        'UPDATE plain SET c = 2'      | 'RETURNING MODIFIED OLD *' || []
        'UPDATE plain REMOVE b[0]'    | 'RETURNING MODIFIED NEW *' || [[b: [L: [[N: '2']]]]]
        'UPDATE plain REMOVE a'       | 'RETURNING MODIFIED NEW *' || []
        'UPDATE plain SET a = 2'      | ''                         || []
        'DELETE FROM plain'           | 'RETURNING ALL OLD *'      || [[id: [S: 'r'], a: [N: '1'], b: [L: [[N: '1'], [N: '2']]]]]
    }

    def 'the part of a where clause that is not the key is a condition of the write'() {
        given:
        run("INSERT INTO plain VALUE {'id': 'w', 'a': 1}")

        expect:
        dynamo.failure([Statement: statement], 'ExecuteStatement').code() == 'ConditionalCheckFailedException'
        run("SELECT a FROM plain WHERE id = 'w'").Items == [[a: [N: '1']]]

        cleanup:
        run("DELETE FROM plain WHERE id = 'w'")

        where:
        statement << ["DELETE FROM plain WHERE id = 'w' AND a = 2", "UPDATE plain SET a = 3 WHERE id = 'w' AND NOT a = 1", "UPDATE plain SET a = 3 WHERE id = 'none'"]
    }

    def 'deleting what is not there is no error, and the other order of an update is one too'() {
        given:
        run("INSERT INTO plain VALUE {'id': 'f', 'a': 1}")

        expect:
        run("DELETE FROM plain WHERE id = 'none' AND a = 2 RETURNING ALL OLD *") == [Items: []]
        run("FROM plain WHERE id = 'f' SET a = 7 RETURNING ALL NEW *").Items == [[id: [S: 'f'], a: [N: '7']]]
        run("DELETE FROM plain WHERE id = 'f'") == [Items: []]
    }

    def 'a failed condition shows the item when it is asked to, and capacity is counted'() {
        given:
        run("INSERT INTO plain VALUE {'id': 'o', 'a': 1}")

        when:
        def failure = dynamo.failure([Statement: "UPDATE plain SET a = 2 WHERE id = 'o' AND a = 5", ReturnValuesOnConditionCheckFailure: 'ALL_OLD'], 'ExecuteStatement')

        then:
        failure.members().Item.toString().contains('"a":{"N":"1"}')
        run("SELECT * FROM plain WHERE id = 'o'", [], [ReturnConsumedCapacity: 'TOTAL']).ConsumedCapacity == [TableName: 'plain', CapacityUnits: 0.5d]
        run("DELETE FROM plain WHERE id = 'o'", [], [ReturnConsumedCapacity: 'TOTAL']).ConsumedCapacity == [TableName: 'plain', CapacityUnits: 1.0d]
    }

    def '#statement is refused: #text'() {
        expect:
        dynamo.refusal([Statement: statement], 'ExecuteStatement') == text

        where:
        statement                                                          || text
        "SLECT * FROM plain"                                               || MALFORMED + 'Expected data manipulation'
        "SELECT * FROM"                                                    || MALFORMED + 'Unexpected term'
        "SELECT * FROM plain WHERE"                                        || MALFORMED + 'Unexpected term'
        "SELECT * FROM plain WHERE NOT"                                    || MALFORMED + 'Unexpected term'
        "SELECT * FROM plain WHERE id = 'a' AND"                           || MALFORMED + 'Missing right-hand side expression of infix operator'
        "SELECT * FROM plain WHERE ORDER BY id"                            || MALFORMED + 'Unexpected keyword'
        "SELECT * FROM plain WHERE IS NULL"                                || MALFORMED + 'Unexpected operator'
        "SELECT * FROM plain WHERE id = 'a' AND x IS FOO"                  || MALFORMED + 'Expected type name'
        "SELECT * FROM plain WHERE id = 'a' foo"                           || LEFT_OVER
        "SELECT * FROM plain WHERE id = 'a')"                              || LEFT_OVER
        "DELETE FROM plain WHERE id = 'a' ORDER BY id"                     || LEFT_OVER
        "INSERT INTO plain p VALUE {'id': 'a'}"                            || LEFT_OVER
        "INSERT INTO plain VALUE {'id': 'a'} foo"                          || LEFT_OVER
        "SELECT * FROM plain p WHERE id = 'a'"                             || 'Aliasing is not supported'
        "SELECT * FROM plain AS p"                                         || 'Aliasing is not supported'
        "UPDATE plain p SET a = 1 WHERE id = 'a'"                          || 'Aliasing is not supported'
        "SELECT * FROM plain WHERE id = 'a' # note"                        || MALFORMED
        "SELECT * FROM plain WHERE id = 'a"                                || MALFORMED
        "SELECT * FROM plain WHERE id = 1e2147483648"                      || MALFORMED
        "DELETE FROM WHERE id = 'a'"                                       || MALFORMED + 'Expected identifier for simple path'
        "DELETE FROM plain"                                                || NO_KEY
        "DELETE FROM plain WHERE a = 1"                                    || NO_KEY
        "UPDATE orders SET a = 1 WHERE id = 'a'"                           || NO_KEY
        "UPDATE plain SET id = 'b' WHERE id = 'a'"                         || 'One or more parameter values were invalid: Cannot update attribute id. This attribute is part of the key'
        "DELETE FROM plain WHERE id = 1"                                   || 'The provided key element does not match the schema'
        "DELETE FROM plain WHERE id = 'a' RETURNING ALL NEW *"             || 'Invalid returning clause: RETURNING ALL NEW *. Only RETURNING ALL OLD * is allowed in DELETE statements.'
        "INSERT INTO plain VALUE {'a': 1}"                                 || 'One or more parameter values were invalid: Missing the key id in the item'
        "INSERT INTO plain VALUE {'id': 'a', 'n': 1e126}"                  || 'Number overflow. Attempting to store a number with magnitude larger than supported range under root'
        "INSERT INTO plain VALUE {'id': 'a', 'm': {'x': [1, 1e126]}}"      || 'Number overflow. Attempting to store a number with magnitude larger than supported range under root.x[1]'
        "INSERT INTO plain VALUE {'id': 'a', 's': <<>>}"                   || 'Empty bags are not supported'
        "INSERT INTO plain VALUE {'id': 'a', 's': <<1, 1>>}"               || 'Input collection contains duplicates'
        "UPDATE plain SET a = set_add(b, <<1>>) WHERE id = 'a'"            || 'The first argument to SET_ADD must equal the assignment value at 1:22:7'
        "UPDATE plain SET a = set_add(a, 1) WHERE id = 'a'"                || 'The second argument to SET_ADD must be a value with type SET at 1:30:1'
        "UPDATE plain SET a = set_add(a) WHERE id = 'a'"                   || 'SET_ADD must have exactly two arguments at 1:22:7'
        "UPDATE plain SET a = 1, a = 2 WHERE id = 'a'"                     || 'Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]'
        "SELECT * FROM plain WHERE id = ?"                                 || "Number of parameters in request and statement don't match."
        "SELECT * FROM none WHERE id = 'a'"                                || 'Requested resource not found'
        'SELECT * FROM "orders"."none"'                                    || 'The table does not have the specified index: none'
        "SELECT what FROM orders.\"by-state\" WHERE state = 'open'"        || 'One or more parameter values were invalid: Global secondary index by-state does not project [what]'
        "SELECT * FROM orders ORDER BY id"                                 || 'Must have WHERE clause in the statement when using ORDER BY clause.'
        "SELECT * FROM orders WHERE what = 'a' ORDER BY id"                || 'Must have at least one non-optional hash key condition in WHERE clause when using ORDER BY clause.'
        "SELECT * FROM orders WHERE id = 'a' ORDER BY what"                || 'Variable reference what in ORDER BY clause must be part of the primary key'
        "SELECT * FROM orders WHERE id = 'a' AND what = 'x' OR id = 'a' AND line = 2" || 'Overlapping conditions with range keys are not supported in where clause'
        "SELECT * FROM plain WHERE attribute_exists('a')"                  || 'Operator or function requires a document path; operator or function: attribute_exists'
        "SELECT * FROM plain WHERE begins_with(a)"                         || 'Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 1'
        "SELECT * FROM plain WHERE upper(a) = 'A'"                         || 'Unrecognized function: upper at 1:27:5'
        "SELECT size(a) FROM plain"                                        || 'Unexpected path component at 1:8:4'
        "EXISTS(SELECT * FROM plain WHERE id = 'a' AND a = 1)"             || 'EXISTS() is only supported in ExecuteTransaction'
        "INSERT INTO orders.\"by-state\" VALUE {'id': 'a'}"                || 'This operation is not supported on an index'
    }

    def 'an item is inserted once'() {
        expect:
        dynamo.failure([Statement: "INSERT INTO orders VALUE {'id': 'a', 'line': 1}"], 'ExecuteStatement').with { [it.code(), it.text()] } ==
                ['DuplicateItemException', 'Duplicate primary key exists in table']
    }

    def 'statements that lead into themselves a thousand times are refused'() {
        expect:
        dynamo.refusal([Statement: ('SELECT * FROM plain WHERE ' + start + open * 1000)], 'ExecuteStatement').startsWith(MALFORMED)

        where:
        start | open
        ''    | '('
        ''    | 'NOT '
        'a =' | '['
        'a =' | "{'a': "
    }
}
