package sst.model.cron

import spock.lang.Specification
import sst.model.schema.written.Mismatch

class ScheduleSpec extends Specification {
    def "#text is taken as EventBridge takes it"() {
        expect:
        Schedule.type().coerce(text).expression() == text

        where:
        text << ['rate(1 minute)', 'rate(5 minutes)', 'rate(12 hours)', 'cron(0 12 * * ? *)', 'cron(0/15 8-17 ? * MON-FRI *)',
                 'cron(0 0 L * ? *)', '${sst:data:Daily:value:text}']
    }

    def "#text is refused where it is written"() {
        when:
        Schedule.type().coerce(text)

        then:
        def refused = thrown(Mismatch)
        refused.reason().contains(reason)
        refused.hint() == hint

        where:
        text                 | reason                                                  | hint
        'every minute'       | "expected a schedule such as 'rate(5 minutes)'"         | ''
        'rate(1 minutes)'    | "EventBridge does not take 'rate(1 minutes)'"           | "write 'rate(1 minute)'"
        'rate(5 minute)'     | "EventBridge does not take 'rate(5 minute)'"            | "write 'rate(5 minutes)'"
        'rate(0 days)'       | 'never happens'                                         | 'count from 1'
        'cron(0 12 * * *)'   | 'has 5 fields and needs 6'                              | "write minutes, hours, day of month, month, day of week and year, such as 'cron(0 12 * * ? *)'"
        'cron(0 12 * * * *)' | "just one of the fields"                                | "write '?' for the one that does not matter"
        'cron(0 12 ? * ? *)' | "just one of the fields"                                | "write '?' for the one that does not matter"
        7                    | "expected a schedule"                                   | ''
    }
}
