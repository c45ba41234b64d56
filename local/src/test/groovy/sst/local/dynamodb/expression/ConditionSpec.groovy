package sst.local.dynamodb.expression

import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.ObjectNode
import spock.lang.Specification
import sst.local.dynamodb.value.Item
import sst.local.dynamodb.value.ValueReader
import sst.local.wire.AwsException

class ConditionSpec extends Specification {
    static final ObjectMapper JSON = new ObjectMapper()
    static final Map ITEM = [
        id: [S: 'a'], n: [N: '5'], m10: [N: '10'], neg: [N: '-1'], s: [S: 'hello'], emp: [S: ''], b: [B: 'AQID'],
        t: [BOOL: true], f: [BOOL: false], nul: [NULL: true], ss: [SS: ['x', 'y']], ns: [NS: ['1', '2']],
        bs: [BS: ['AQ==']], l: [L: [[N: '1'], [S: 'two'], [L: [[S: 'in']]]]],
        doc: [M: [k: [S: 'v'], arr: [L: [[M: [z: [N: '7']]]]]]], 'a-b': [S: 'dash'], é: [S: 'accent']]
    static final Map VALUES = [
        ':five': [N: '5'], ':fiveDot': [N: '5.0'], ':six': [N: '6'], ':one': [N: '1'], ':ten': [N: '10'], ':three': [N: '3'],
        ':two': [N: '2'], ':hello': [S: 'hello'], ':he': [S: 'he'], ':hf': [S: 'hf'], ':ell': [S: 'ell'], ':x': [S: 'x'],
        ':q': [S: 'q'], ':v': [S: 'v'], ':true': [BOOL: true], ':null': [NULL: true], ':b12': [B: 'AQI='], ':b1': [B: 'AQ=='],
        ':b23': [B: 'AgM='], ':yx': [SS: ['y', 'x']], ':seven': [N: '7'], ':in': [L: [[S: 'in']]],
        ':S': [S: 'S'], ':N': [S: 'N'], ':B': [S: 'B'], ':SS': [S: 'SS'], ':M': [S: 'M'], ':L': [S: 'L'],
        ':BOOL': [S: 'BOOL'], ':NULL': [S: 'NULL'], ':NS': [S: 'NS'], ':BS': [S: 'BS'], ':FOO': [S: 'FOO'], ':e': [S: ''],
        ':map': [M: [k: [S: 'v']]], ':z': [S: 'z'], ':two_': [S: 'two']]
    static final Map NAMES = ['#n': 'n', '#s': 's', '#dash': 'a-b', '#size': 'size', '#k': 'k', '#doc': 'doc', '#e': 'é']

    static ObjectNode request(String expression, Map names = NAMES, Map values = VALUES) {
        def used = { Map all -> all.findAll { expression =~ /${it.key}(?![A-Za-z0-9_])/ } }
        def json = [:]
        if (used(names)) json.ExpressionAttributeNames = used(names)
        if (used(values)) json.ExpressionAttributeValues = used(values)
        JSON.valueToTree(json)
    }

    static boolean matches(String expression, Map item = ITEM) {
        def placeholders = Placeholders.of(request(expression))
        def condition = ConditionParser.parse('FilterExpression', expression, placeholders)
        placeholders.requireAllUsed()
        condition.matches((Item) ValueReader.item(JSON.valueToTree(item)))
    }

    def 'comparisons: #expression holds: #held'() {
        expect:
        matches(expression) == held

        where:
        expression                                            || held
        'n = :five'                                           || true
        'n = :fiveDot'                                        || true
        'n = :six'                                            || false
        ':five = n'                                           || true
        'n <> :five'                                          || false
        'n <> :six'                                           || true
        'gone <> :six'                                        || true
        'gone = :six'                                         || false
        'n < :six'                                            || true
        'n < :five'                                           || false
        'n <= :five'                                          || true
        'n > :one'                                            || true
        'n >= :six'                                           || false
        'n < m10'                                             || true
        'neg < n'                                             || true
        'gone < :six'                                         || false
        's < :hf'                                             || true
        's > :he'                                             || true
        's = :five'                                           || false
        's <> :five'                                          || true
        's < :five'                                           || false
        'b > :b12'                                            || true
        't = :true'                                           || true
        'f = :true'                                           || false
        'nul = :null'                                         || true
        'ss = :yx'                                            || true
        'l[2] = :in'                                          || true
        'n BETWEEN :one AND :six'                             || true
        'n BETWEEN :five AND :six'                            || true
        'n between :six and :ten'                             || false
        'n BETWEEN neg AND m10'                               || true
        's BETWEEN :he AND :hf'                               || true
        'gone BETWEEN :one AND :six'                          || false
        ':five BETWEEN neg AND m10'                           || true
        'n IN (:one, :five)'                                  || true
        'n IN (:one)'                                         || false
        'n in (:one, m10, n)'                                 || true
        'gone IN (:one)'                                      || false
        's IN (:five, :hello)'                                || true
    }

    def 'functions: #expression holds: #held'() {
        expect:
        matches(expression) == held

        where:
        expression                                            || held
        'attribute_exists(n)'                                 || true
        'attribute_exists(gone)'                              || false
        'attribute_exists(doc.k)'                             || true
        'attribute_exists(doc.gone)'                          || false
        'attribute_exists(l[1])'                              || true
        'attribute_exists(l[3])'                              || false
        'attribute_exists(nul)'                               || true
        'attribute_not_exists(gone)'                          || true
        'attribute_not_exists(n)'                             || false
        'attribute_type(s, :S)'                               || true
        'attribute_type(n, :N)'                               || true
        'attribute_type(b, :B)'                               || true
        'attribute_type(ss, :SS)'                             || true
        'attribute_type(ns, :NS)'                             || true
        'attribute_type(bs, :BS)'                             || true
        'attribute_type(doc, :M)'                             || true
        'attribute_type(l, :L)'                               || true
        'attribute_type(t, :BOOL)'                            || true
        'attribute_type(nul, :NULL)'                          || true
        'attribute_type(n, :S)'                               || false
        'attribute_type(gone, :S)'                            || false
        'begins_with(s, :he)'                                 || true
        'begins_with(s, :ell)'                                || false
        'begins_with(s, :e)'                                  || true
        'begins_with(n, :he)'                                 || false
        'begins_with(b, :b12)'                                || true
        'begins_with(b, :b23)'                                || false
        'begins_with(gone, :he)'                              || false
        'contains(s, :ell)'                                   || true
        'contains(s, :q)'                                     || false
        'contains(ss, :x)'                                    || true
        'contains(ss, :q)'                                    || false
        'contains(ns, :one)'                                  || true
        'contains(bs, :b1)'                                   || true
        'contains(l, :one)'                                   || true
        'contains(l, :two_)'                                  || true
        'contains(l, :q)'                                     || false
        'contains(b, :b23)'                                   || true
        'contains(n, :five)'                                  || false
        'contains(gone, :x)'                                  || false
        'contains(doc, :v)'                                   || false
        'size(s) = :five'                                     || true
        'size(ss) = :two'                                     || true
        'size(l) = :three'                                    || true
        'size(doc) = :two'                                    || true
        'size(b) = :three'                                    || true
        'size(n) = :one'                                      || false
        'size(gone) = :one'                                   || false
        'size(emp) < :one'                                  || true
        'size(s) > size(ss)'                                  || true
        'size(ss) BETWEEN :one AND :two'                      || true
        'size(doc.arr) IN (:one)'                             || true
    }

    def 'logic and paths: #expression holds: #held'() {
        expect:
        matches(expression) == held

        where:
        expression                                            || held
        'NOT n = :five'                                       || false
        'NOT n = :six'                                        || true
        'not attribute_exists(gone)'                          || true
        'n = :five AND s = :hello'                            || true
        'n = :five AND s = :q'                                || false
        'n = :six OR s = :hello'                              || true
        'n = :six OR s = :q'                                  || false
        'n = :five OR s = :q AND n = :six'                    || true
        '(n = :five OR s = :q) AND n = :six'                  || false
        'NOT n = :six AND s = :hello'                         || true
        'NOT (n = :six OR s = :hello)'                        || false
        'n = :five and s = :hello or n = :six'                || true
        '(n) = (:five)'                                       || true
        '(n = :five)'                                         || true
        '(n = :five) AND (s = :hello)'                        || true
        'doc.k = :v'                                          || true
        '#doc.#k = :v'                                        || true
        'doc.arr[0].z = :seven'                               || true
        'doc.arr[1].z = :seven'                               || false
        'doc.k.z = :seven'                                    || false
        'n.k = :v'                                            || false
        'l[0] = :one'                                         || true
        '#n = :five'                                          || true
        '#dash <> :q'                                         || true
        '#e <> :q'                                            || true
        'n=:five'                                             || true
        'n=:five AND(s=:hello)'                               || true
        '\tn\n=\r :five  '                                    || true
        'n = :five AND n BETWEEN :one AND :six AND s = :hello' || true
    }

    def 'syntax: #expression is refused: #text'() {
        when:
        matches(expression)

        then:
        def refused = thrown(AwsException)
        refused.code() == 'ValidationException'
        refused.text() == 'Invalid FilterExpression: ' + text

        where:
        expression                                || text
        ''                                        || 'The expression can not be empty;'
        'n'                                       || 'Syntax error; token: "<EOF>", near: "n"'
        'n ='                                     || 'Syntax error; token: "<EOF>", near: "="'
        '= :five'                                 || 'Syntax error; token: "=", near: "= :five"'
        'n = :five AND'                           || 'Syntax error; token: "<EOF>", near: "AND"'
        'n = :five s = :hello'                    || 'Syntax error; token: "s", near: ":five s ="'
        'n == :five'                              || 'Syntax error; token: "=", near: "== :five"'
        'n != :five'                              || 'Syntax error; token: "!", near: "n !="'
        'n = 5'                                   || 'Syntax error; token: "5", near: "= 5"'
        'n = "x"'                                 || 'Syntax error; token: """, near: "= "x"'
        'a-b = :five'                             || 'Syntax error; token: "-", near: "a-b"'
        'n BETWEEN :one'                          || 'Syntax error; token: "<EOF>", near: ":one"'
        'n BETWEEN :one OR :six'                  || 'Syntax error; token: "OR", near: ":one OR :six"'
        'n IN :one'                               || 'Syntax error; token: ":one", near: "IN :one"'
        'n IN ()'                                 || 'Syntax error; token: ")", near: "()"'
        '(n = :five'                              || 'Syntax error; token: "<EOF>", near: ":five"'
        'n = :five)'                              || 'Syntax error; token: ")", near: ":five)"'
        'l[x] = :five'                            || 'Syntax error; token: "x", near: "[x]"'
        'doc. = :five'                            || 'Syntax error; token: "=", near: ". = :five"'
        'attribute_exists()'                      || 'Syntax error; token: ")", near: "()"'
        'AND = :five'                             || 'Syntax error; token: "AND", near: "AND ="'
        'NOT'                                     || 'Syntax error; token: "<EOF>", near: "NOT"'
        '((n = :five))'                           || 'The expression has redundant parentheses;'
        '((n)) = :five'                           || 'The expression has redundant parentheses;'
        'foo(n)'                                  || 'Invalid function name; function: foo'
        'SIZE(s) = :five'                         || 'Invalid function name; function: SIZE'
        'Attribute_Exists(n)'                     || 'Invalid function name; function: Attribute_Exists'
        'if_not_exists(n, :five)'                 || 'Invalid function name; function: if_not_exists'
        'size(s)'                                 || 'The function is not allowed to be used this way in an expression; function: size'
        'n = :five AND size(s)'                   || 'The function is not allowed to be used this way in an expression; function: size'
        'NOT size(s)'                             || 'The function is not allowed to be used this way in an expression; function: size'
        'n = attribute_exists(s)'                 || 'The function is not allowed to be used this way in an expression; function: attribute_exists'
        'attribute_exists(contains(s, :x))'       || 'The function is not allowed to be used this way in an expression; function: contains'
        'begins_with(s, :he) = :true'             || 'The function is not allowed to be used this way in an expression; function: begins_with'
    }

    def 'names, operands and limits: #expression is refused: #text'() {
        when:
        matches(expression)

        then:
        def refused = thrown(AwsException)
        refused.code() == 'ValidationException'
        refused.text() == 'Invalid FilterExpression: ' + text

        where:
        expression                                || text
        'name = :five'                            || 'Attribute name is a reserved keyword; reserved keyword: name'
        'doc.Year = :five'                        || 'Attribute name is a reserved keyword; reserved keyword: Year'
        'size(status) = :five'                    || 'Attribute name is a reserved keyword; reserved keyword: status'
        'Zone = :undefined'                       || 'Attribute name is a reserved keyword; reserved keyword: Zone'
        '#undefined = :five'                      || 'An expression attribute name used in the document path is not defined; attribute name: #undefined'
        'n = :undefined'                          || 'An expression attribute value used in expression is not defined; attribute value: :undefined'
        'n = :undefined AND #undefined = :five'   || 'An expression attribute value used in expression is not defined; attribute value: :undefined'
        'attribute_exists(n, s)'                  || 'Incorrect number of operands for operator or function; operator or function: attribute_exists, number of operands: 2'
        'begins_with(s)'                          || 'Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 1'
        'contains(s, :x, :q)'                     || 'Incorrect number of operands for operator or function; operator or function: contains, number of operands: 3'
        'size(s, n) = :five'                      || 'Incorrect number of operands for operator or function; operator or function: size, number of operands: 2'
        'attribute_exists(:five)'                 || 'Operator or function requires a document path; operator or function: attribute_exists'
        'attribute_not_exists(:five)'             || 'Operator or function requires a document path; operator or function: attribute_not_exists'
        'begins_with(s, :five)'                   || 'Incorrect operand type for operator or function; operator or function: begins_with, operand type: N'
        'begins_with(s, :true)'                   || 'Incorrect operand type for operator or function; operator or function: begins_with, operand type: BOOL'
        'begins_with(size(s), :he)'               || 'Incorrect operand type for operator or function; operator or function: begins_with, operand type: N'
        'attribute_type(s, :five)'                || 'Incorrect operand type for operator or function; operator or function: attribute_type, operand type: N'
        'attribute_type(s, id)'                   || 'Incorrect operand type for operator or function; operator or function: attribute_type, operand type: {NS,SS,L,BS,N,M,B,BOOL,NULL,S}'
        'attribute_type(s, :FOO)'                 || 'Invalid attribute type name found; type: FOO, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}'
        'size(:five) = :five'                     || 'Incorrect operand type for operator or function; operator or function: size, operand type: N'
        'n < :true'                               || 'Incorrect operand type for operator or function; operator: <, operand type: BOOL'
        'n >= :map'                               || 'Incorrect operand type for operator or function; operator: >=, operand type: M'
        'n = n'                                   || 'The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [n]'
        'doc.arr[0] <> doc.arr[0]'                || 'The first operand must be distinct from the remaining operands for this operator or function; operator: <>, first operand: [doc, arr, [0]]'
        'contains(l[0], l[0])'                    || 'The first operand must be distinct from the remaining operands for this operator or function; operator: contains, first operand: [l, [0]]'
        'n BETWEEN :six AND :five'                || 'The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:6}, upper bound operand: AttributeValue: {N:5}'
        'n BETWEEN :five AND :hello'              || 'The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {N:5}, upper bound operand: AttributeValue: {S:hello}'
        'n = :five' + ' AND n = :five' * 400      || 'Expression size has exceeded the maximum allowed size; expression size: 5609'
        'n=:five' + ' OR n=:five' * 151           || 'The expression contains too many operators; operator count: 303'
        'l[12345678901] = :five'                  || 'List index is not within the allowable range; index: [12345678901]'
    }

    def 'placeholders #json are refused: #text'() {
        when:
        def placeholders = Placeholders.of(JSON.valueToTree(json))
        ConditionParser.parse('FilterExpression', 'attribute_exists(id)', placeholders)
        placeholders.requireAllUsed()

        then:
        def refused = thrown(AwsException)
        refused.text() == text

        where:
        json                                                       || text
        [ExpressionAttributeNames: [:]]                            || 'ExpressionAttributeNames must not be empty'
        [ExpressionAttributeValues: [:]]                           || 'ExpressionAttributeValues must not be empty'
        [ExpressionAttributeNames: [n: 'x']]                       || 'ExpressionAttributeNames contains invalid key: Syntax error; key: "n"'
        [ExpressionAttributeNames: ['#a-b': 'x']]                  || 'ExpressionAttributeNames contains invalid key: Syntax error; key: "#a-b"'
        [ExpressionAttributeValues: ['#v': [S: 'x']]]              || 'ExpressionAttributeValues contains invalid key: Syntax error; key: "#v"'
        [ExpressionAttributeValues: [':': [S: 'x']]]               || 'ExpressionAttributeValues contains invalid key: Syntax error; key: ":"'
        [ExpressionAttributeNames: ['#a': 'x', '#b': 'y']]         || 'Value provided in ExpressionAttributeNames unused in expressions: keys: {#a, #b}'
        [ExpressionAttributeValues: [':a': [S: 'x']]]              || 'Value provided in ExpressionAttributeValues unused in expressions: keys: {:a}'
        [ExpressionAttributeValues: [':a': [:]]]                   || 'ExpressionAttributeValues contains invalid value: Supplied AttributeValue is empty, must contain exactly one of the supported datatypes for key :a'
        [ExpressionAttributeValues: [':a': [N: 'x']]]              || 'ExpressionAttributeValues contains invalid value: The parameter cannot be converted to a numeric value: x for key :a'
        [ExpressionAttributeValues: [':a': [NS: []]]]              || 'ExpressionAttributeValues contains invalid value: One or more parameter values were invalid: An number set  may not be empty for key :a'
    }

    def 'every one of the 573 reserved words is refused in any case, and allowed behind a placeholder'() {
        given:
        def words = ReservedWords.getResourceAsStream('reserved-words.txt').readLines()
        def placeholders = { Placeholders.of((ObjectNode) JSON.valueToTree(it)) }

        expect:
        words.size() == 573
        words.every { word ->
            def lower = word.toLowerCase(Locale.ROOT)
            try {
                ProjectionParser.parse(lower, placeholders([:]))
                false
            } catch (AwsException refused) {
                refused.text() == "Invalid ProjectionExpression: Attribute name is a reserved keyword; reserved keyword: $lower"
            }
        }
        words.every { ProjectionParser.parse('#p', placeholders([ExpressionAttributeNames: ['#p': it]])) }
    }
}
