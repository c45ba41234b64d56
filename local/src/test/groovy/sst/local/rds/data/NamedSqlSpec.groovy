package sst.local.rds.data

import spock.lang.Specification

class NamedSqlSpec extends Specification {
    def '#text becomes #sql with #names'() {
        given:
        def statement = NamedSql.of(text)

        expect:
        statement.sql() == sql
        statement.names() == names
        !statement.isSeveral()

        where:
        text                                             || sql                                         | names
        'select :a, :b, :a'                              || 'select ?, ?, ?'                            | ['a', 'b', 'a']
        'select :id::uuid'                               || 'select ?::uuid'                            | ['id']
        "select ':a', \":b\", :c"                        || "select ':a', \":b\", ?"                    | ['c']
        "select 'it''s :a' -- :b\n, :c"                  || "select 'it''s :a' -- :b\n, ?"              | ['c']
        'select /* :a /* :b */ :c */ :d'                 || 'select /* :a /* :b */ :c */ ?'             | ['d']
        "select E'\\':a', :b"                            || "select E'\\':a', ?"                        | ['b']
        'do $$ begin perform :a; end $$'                 || 'do $$ begin perform :a; end $$'            | []
        'select $x$ $$ :a; $x$, :b'                      || 'select $x$ $$ :a; $x$, ?'                  | ['b']
        "select tags ? :a from t where j @> '{\"?\":1}'" || "select tags ?? ? from t where j @> '{\"?\":1}'" | ['a']
        'select a[1:2], :b'                              || 'select a[1:2], ?'                          | ['b']
        "select 1; -- done\n"                            || 'select 1'                                  | []
    }

    def 'more than one statement is seen'() {
        expect:
        NamedSql.of('select 1; select 2').isSeveral()
        !NamedSql.of("select ';' ; /* ; */ ;").isSeveral()
    }
}
