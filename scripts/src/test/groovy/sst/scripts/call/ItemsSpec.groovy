package sst.scripts.call

import software.amazon.awssdk.services.dynamodb.model.AttributeValue
import spock.lang.Specification

class ItemsSpec extends Specification {

    def 'a map comes back as it went in'() {
        given:
        def map = [
            text: 'x', whole: 7, long: 5_000_000_000L, exact: 2.5G, yes: true, nothing: null,
            list: [1, 'a', [b: [2]]], texts: ['a', 'b'] as LinkedHashSet, numbers: [1, 2] as LinkedHashSet, empty: [:],
        ]

        expect:
        Items.plain(Items.item(map)) == map
    }

    def 'bytes stay bytes'() {
        expect:
        Items.plain(Items.item(b: [1, 2] as byte[])).b == [1, 2] as byte[]
    }

    def 'what DynamoDB has no type for goes by its text'() {
        given:
        def name = 'x'
        def id = UUID.randomUUID()

        expect:
        Items.item(a: "s$name", b: id) == [a: AttributeValue.fromS('sx'), b: AttributeValue.fromS(id.toString())]
    }

    def 'a number too long for a long keeps all its digits'() {
        expect:
        Items.plain(n: AttributeValue.fromN('12345678901234567890123')).n == 12345678901234567890123G
    }
}
