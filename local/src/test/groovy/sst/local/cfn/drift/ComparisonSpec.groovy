package sst.local.cfn.drift

import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.ObjectNode
import spock.lang.Specification

class ComparisonSpec extends Specification {
    def "#expected beside #actual differs in #differences"() {
        expect:
        Comparison.of(json(expected), json(actual)).collect { "${it.kind()} ${it.path()} ${it.expected()} ${it.actual()}".toString() } == differences

        where:
        expected                  | actual                            || differences
        '{"A": 1}'                | '{"A": "1", "B": 2}'              || []
        '{"A": true}'             | '{"A": false}'                    || ['NOT_EQUAL /A true false']
        '{"A": {"x": 1, "y": 2}}' | '{"A": {"y": 3, "z": 4}}'         || ['REMOVE /A/x 1 ', 'NOT_EQUAL /A/y 2 3', 'ADD /A/z  4']
        '{"A": ["a", {"b": 1}]}'  | '{"A": [{"b": "1"}, "a"]}'        || []
        '{"A": ["a"]}'            | '{"A": ["a", "b"]}'               || ['NOT_EQUAL /A ["a"] ["a","b"]']
        '{"A": {"x/y": 1}}'       | '{"A": {"x/y": 2}}'               || ['NOT_EQUAL /A/x~1y 1 2']
        '{"Unread": 1}'           | '{}'                              || []
    }

    ObjectNode json(String text) {
        new ObjectMapper().readTree(text) as ObjectNode
    }
}
