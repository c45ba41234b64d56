package sst.local.schedule

import java.time.Instant
import java.time.ZoneId
import java.time.ZoneOffset
import spock.lang.Specification

class ExpressionSpec extends Specification {
    private static final Instant SINCE = Instant.parse('2026-01-01T00:00:30Z')

    def '#text is due at #next after #now'() {
        expect:
        Expression.parse(text, SINCE, ZoneOffset.UTC).after(Instant.parse(now)).orElse(null) == (next ? Instant.parse(next) : null)

        where:
        text                            | now                    | next
        'rate(1 minute)'                | '2026-01-01T00:00:30Z' | '2026-01-01T00:01:30Z'
        'rate(5 minutes)'               | '2026-01-01T00:07:00Z' | '2026-01-01T00:10:30Z'
        'rate(2 hours)'                 | '2026-01-01T02:00:30Z' | '2026-01-01T04:00:30Z'
        'rate(1 day)'                   | '2026-01-03T00:00:00Z' | '2026-01-03T00:00:30Z'
        'cron(0 12 * * ? *)'            | '2026-01-01T12:00:00Z' | '2026-01-02T12:00:00Z'
        'cron(0/15 8-9 ? * MON-FRI *)'  | '2026-01-02T09:50:00Z' | '2026-01-05T08:00:00Z'
        'cron(0 18 ? * 1 *)'            | '2026-01-01T00:00:00Z' | '2026-01-04T18:00:00Z'
        'cron(0 8 1 * ? *)'             | '2026-01-15T00:00:00Z' | '2026-02-01T08:00:00Z'
        'cron(0 0 L * ? *)'             | '2026-02-01T00:00:00Z' | '2026-02-28T00:00:00Z'
        'cron(0 9 ? * 2#1 *)'           | '2026-01-06T00:00:00Z' | '2026-02-02T09:00:00Z'
        'cron(0 9 ? * 6L *)'            | '2026-01-01T00:00:00Z' | '2026-01-30T09:00:00Z'
        'cron(0 9 3W * ? *)'            | '2026-01-01T00:00:00Z' | '2026-01-02T09:00:00Z'
        'cron(0 0 1 1 ? 2027)'          | '2026-01-01T00:00:00Z' | '2027-01-01T00:00:00Z'
        'cron(0 0 1 1 ? 2020)'          | '2026-01-01T00:00:00Z' | null
        'at(2026-03-01T10:00:00)'       | '2026-01-01T00:00:00Z' | '2026-03-01T10:00:00Z'
        'at(2026-03-01T10:00:00)'       | '2026-03-01T10:00:00Z' | null
    }

    def 'a calendar goes by its time zone, also when clocks change'() {
        given:
        def daily = Expression.parse('cron(30 9 * * ? *)', SINCE, ZoneId.of('Europe/Berlin'))

        expect:
        daily.after(Instant.parse('2026-03-28T00:00:00Z')).get() == Instant.parse('2026-03-28T08:30:00Z')
        daily.after(Instant.parse('2026-03-29T00:00:00Z')).get() == Instant.parse('2026-03-29T07:30:00Z')
    }

    def '#text is no expression'() {
        when:
        Expression.parse(text, SINCE, ZoneOffset.UTC)

        then:
        thrown(IllegalArgumentException)

        where:
        text << ['rate(5 minute)', 'rate(1 minutes)', 'rate(0 minutes)', 'cron(0 12 * * * *)', 'cron(0 12 * * ?)', 'cron(60 12 * * ? *)', 'hourly',
            'at(tomorrow)']
    }
}
