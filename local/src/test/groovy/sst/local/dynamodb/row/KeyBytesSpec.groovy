package sst.local.dynamodb.row

import spock.lang.Specification
import sst.local.dynamodb.value.BinaryValue
import sst.local.dynamodb.value.NumberValue
import sst.local.dynamodb.value.TextValue

class KeyBytesSpec extends Specification {
    static byte[] key(value) {
        KeyBytes.row([new TextValue('same'), value])
    }

    def 'numbers have the order of their values'() {
        given:
        def texts = ['-9.9999999999999999999999999999999999999E+125', '-1e100', '-1000', '-999.5', '-999', '-100', '-99',
                     '-12', '-11.9', '-11', '-1.5', '-1.25', '-1', '-0.5', '-0.05', '-1e-130', '0', '1e-130', '1e-129', '0.001',
                     '0.0010000001', '0.05', '0.5', '0.9', '1', '1.01', '1.1', '1.5', '2', '9', '9.99', '10', '10.5', '11', '19',
                     '20', '99', '100', '101', '999', '1000', '1e38', '1e100', '1e125',
                     '9.9999999999999999999999999999999999999E+125']

        expect:
        [texts, texts].combinations().every { a, b ->
            Integer.signum(Arrays.compareUnsigned(key(NumberValue.parse(a)), key(NumberValue.parse(b)))) ==
                    Integer.compare(texts.indexOf(a), texts.indexOf(b))
        }
    }

    def 'random numbers have the order of their values'() {
        given:
        def random = new Random(42)
        def numbers = (1..400).collect {
            new BigDecimal(new BigInteger(random.nextInt(100) + 1, random), random.nextInt(60) - 30) * (random.nextBoolean() ? 1 : -1)
        }.collect { NumberValue.of(it) }

        expect:
        numbers.toSorted { a, b -> Arrays.compareUnsigned(key(a), key(b)) }*.number() ==
                numbers*.number().toSorted()
    }

    def 'strings and binaries have the order of their bytes, and none is cut short by zeros'() {
        given:
        def texts = ['', '\u0000', '\u0000\u0000', '\u0000a', '\u0001', 'A', 'a', 'a\u0000', 'a\u0000b', 'aa', 'ab', 'b', 'é', '\uFFFD', '\uD83D\uDE00']

        expect:
        texts.toSorted { a, b -> Arrays.compareUnsigned(key(new TextValue(a)), key(new TextValue(b))) } == texts
        [[0], [0, 0], [0, 1], [1], [127], [128], [255], [255, 0], [255, 255]].collect { it as byte[] }
                .with { all -> all.toSorted { a, b -> Arrays.compareUnsigned(key(new BinaryValue(a)), key(new BinaryValue(b))) } == all }
    }

    def 'segments share all rows between them and none has the rows of another'() {
        given:
        def keys = (1..500).collect { KeyBytes.row([new TextValue("key$it" as String)]) }

        when:
        def counts = (0..<total).collect { segment ->
            def range = KeyRange.segment(segment, total)
            keys.count { key ->
                Arrays.compareUnsigned(range.from(), key) <= 0 &&
                        (range.to().length == 0 || Arrays.compareUnsigned(key, range.to()) < 0)
            }
        }

        then:
        counts.sum() == 500
        total == 1 || counts.every { it < 500 }

        where:
        total << [1, 2, 3, 7, 64]
    }

    def 'partitions lie in the order in which DynamoDB scans them'() {
        expect:
        texts.toSorted().toSorted { a, b -> Arrays.compareUnsigned(KeyBytes.row([new TextValue(a)]), KeyBytes.row([new TextValue(b)])) } == texts
        numbers.toSorted().toSorted { a, b -> Arrays.compareUnsigned(KeyBytes.row([NumberValue.parse(a)]), KeyBytes.row([NumberValue.parse(b)])) } == numbers

        where:
        texts = ['2', '8', '9', '1', '6', 'hello', '0', '5', '4', 'äáöü', 'aardman', '7', '3', 'zapf']
        numbers = ['7', '999.9', '8', '3', '2', '-999.9', '9', '4', '-0.09', '6', '1', '0', '0.012345', '5']
    }
}
