package sst.local.dynamodb.expression

import spock.lang.Specification
import sst.local.dynamodb.value.Item
import sst.local.dynamodb.value.ValueReader
import sst.local.wire.AwsException

class UpdateSyntaxSpec extends Specification {
    static final Map VALUES = [':n': [N: '1'], ':s': [S: 'x'], ':l': [L: []], ':ss': [SS: ['x']], ':m': [M: [:]],
                               ':t': [BOOL: true], ':z': [NULL: true], ':b': [B: 'AQ==']]

    def '#expression is refused: #text'() {
        when:
        UpdateParser.parse(expression,
                Placeholders.of(ConditionSpec.request(expression, ['#a': 'a'], VALUES)))

        then:
        def refused = thrown(AwsException)
        refused.text() == 'Invalid UpdateExpression: ' + text

        where:
        expression                           || text
        ''                                   || 'The expression can not be empty;'
        'a = :n'                             || 'Syntax error; token: "a", near: "a ="'
        'SET'                                || 'Syntax error; token: "<EOF>", near: "SET"'
        'SET a'                              || 'Syntax error; token: "<EOF>", near: "a"'
        'SET a :n'                           || 'Syntax error; token: ":n", near: "a :n"'
        'SET a = :n,'                        || 'Syntax error; token: "<EOF>", near: ","'
        'SET a = VALUE 1'                    || 'Syntax error; token: "1", near: "VALUE 1"'
        'SET a = :n + :n + :n'               || 'Syntax error; token: "+", near: ":n + :n"'
        'SET a = :n * :n'                    || 'Syntax error; token: "*", near: ":n * :n"'
        'SET set = :n'                       || 'Syntax error; token: "set", near: "SET set ="'
        'REMOVE'                             || 'Syntax error; token: "<EOF>", near: "REMOVE"'
        'REMOVE a = :n'                      || 'Syntax error; token: "=", near: "a = :n"'
        'ADD a'                              || 'Syntax error; token: "<EOF>", near: "a"'
        'ADD a = :n'                         || 'Syntax error; token: "=", near: "a = :n"'
        'ADD a b'                            || 'Syntax error; token: "b", near: "a b"'
        'DELETE a'                           || 'Syntax error; token: "<EOF>", near: "a"'
        'SET a = :n SET b = :n'              || 'The "SET" section can only be used once in an update expression;'
        'REMOVE a REMOVE b'                  || 'The "REMOVE" section can only be used once in an update expression;'
        'SET name = :n'                      || 'Attribute name is a reserved keyword; reserved keyword: name'
        'SET a = hash'                       || 'Attribute name is a reserved keyword; reserved keyword: hash'
        'REMOVE user'                        || 'Attribute name is a reserved keyword; reserved keyword: user'
        'SET a = foo(:n)'                    || 'Invalid function name; function: foo'
        'SET a = size(b)'                    || 'Invalid function name; function: size'
        'SET a = attribute_exists(b)'        || 'Invalid function name; function: attribute_exists'
        'SET #x = :n'                        || 'An expression attribute name used in the document path is not defined; attribute name: #x'
        'SET a = :x'                         || 'An expression attribute value used in expression is not defined; attribute value: :x'
        'SET #x = :x'                        || 'An expression attribute name used in the document path is not defined; attribute name: #x'
        'SET a = :n, a = :n'                 || 'Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]'
        'SET a = :n REMOVE a'                || 'Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]'
        'SET a = :n, a.b = :n'               || 'Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]'
        'SET a.b[1].c = :n ADD a.b :n'       || 'Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a, b, [1], c], path two: [a, b]'
        'SET #a = :n, a = :n'                || 'Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]'
        'SET a.b = :n, a[0] = :n'            || 'Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a, [0]]'
        'ADD a :s'                           || 'Incorrect operand type for operator or function; operator: ADD, operand type: STRING'
        'ADD a :l'                           || 'Incorrect operand type for operator or function; operator: ADD, operand type: LIST'
        'ADD a :m'                           || 'Incorrect operand type for operator or function; operator: ADD, operand type: MAP'
        'ADD a :t'                           || 'Incorrect operand type for operator or function; operator: ADD, operand type: BOOLEAN'
        'ADD a :z'                           || 'Incorrect operand type for operator or function; operator: ADD, operand type: NULL'
        'ADD a :b'                           || 'Incorrect operand type for operator or function; operator: ADD, operand type: BINARY'
        'DELETE a :n'                        || 'Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER'
        'DELETE a :s'                        || 'Incorrect operand type for operator or function; operator: DELETE, operand type: STRING'
        'SET a = :s + :n'                    || 'Incorrect operand type for operator or function; operator or function: +, operand type: S'
        'SET a = b - :ss'                    || 'Incorrect operand type for operator or function; operator or function: -, operand type: SS'
        'SET a = list_append(b, :s)'         || 'Incorrect operand type for operator or function; operator or function: list_append, operand type: S'
        'SET a = list_append(b)'             || 'Incorrect number of operands for operator or function; operator or function: list_append, number of operands: 1'
        'SET a = if_not_exists(b)'           || 'Incorrect number of operands for operator or function; operator or function: if_not_exists, number of operands: 1'
        'SET a = if_not_exists(:n, :n)'      || 'Operator or function requires a document path; operator or function: if_not_exists'
    }

    def '#expression shows #shown of an item'() {
        given:
        def item = [a: [S: 'A'], l: [L: [[N: '0'], [M: [x: [N: '1'], y: [N: '2']]], [N: '3']]],
                    m: [M: [k: [S: 'v'], deep: [M: [p: [N: '1'], q: [N: '2']]]]]]

        expect:
        def projection = ProjectionParser.parse(expression,
                Placeholders.of(ConditionSpec.request(expression, ['#a': 'a'], [:])))
        projection.of((Item) ValueReader.item(ConditionSpec.JSON.valueToTree(item))) ==
                ValueReader.item(ConditionSpec.JSON.valueToTree(shown))

        where:
        expression           || shown
        'a'                  || [a: [S: 'A']]
        '#a'                 || [a: [S: 'A']]
        'gone'               || [:]
        'a, gone'            || [a: [S: 'A']]
        'm.k'                || [m: [M: [k: [S: 'v']]]]
        'm.deep.q'           || [m: [M: [deep: [M: [q: [N: '2']]]]]]
        'm.k, m.deep.p'      || [m: [M: [k: [S: 'v'], deep: [M: [p: [N: '1']]]]]]
        'm.gone'             || [:]
        'l[2], l[0]'         || [l: [L: [[N: '0'], [N: '3']]]]
        'l[1].y'             || [l: [L: [[M: [y: [N: '2']]]]]]
        'l[9]'               || [:]
        'a.b'                || [:]
        'l[1].x, l[1].y, a'  || [a: [S: 'A'], l: [L: [[M: [x: [N: '1'], y: [N: '2']]]]]]
    }

    def 'projection #expression is refused: #text'() {
        when:
        ProjectionParser.parse(expression, Placeholders.of(ConditionSpec.request(expression, [:], [:])))

        then:
        def refused = thrown(AwsException)
        refused.text() == 'Invalid ProjectionExpression: ' + text

        where:
        expression    || text
        ''            || 'The expression can not be empty;'
        'a,'          || 'Syntax error; token: "<EOF>", near: ","'
        'a b'         || 'Syntax error; token: "b", near: "a b"'
        'a.'          || 'Syntax error; token: "<EOF>", near: "."'
        'a[]'         || 'Syntax error; token: "]", near: "[]"'
        ':v'          || 'Syntax error; token: ":v", near: ":v"'
        'foo-bar'     || 'Syntax error; token: "-", near: "foo-bar"'
        'name'        || 'Attribute name is a reserved keyword; reserved keyword: name'
        '#x'          || 'An expression attribute name used in the document path is not defined; attribute name: #x'
        'a, a'        || 'Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]'
        'a.b, a'      || 'Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a]'
        'a.b, a[1]'   || 'Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a, [1]]'
    }
}
