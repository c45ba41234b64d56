package sst.model.cron;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.model.ref.Tokens;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;
import sst.model.schema.written.Mismatch;

/**
 * When something happens, again and again, in UTC. What EventBridge would refuse in the middle of a deploy is refused where
 * it is written. See https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 *
 * @param expression {@code rate(…)} or {@code cron(…)}, or a reference to one
 */
@Coerced(accepts = CharSequence.class)
public record Schedule(String expression) {
    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)(s?)\\)");
    private static final Pattern CRON = Pattern.compile("cron\\((.*)\\)");
    private static final int FIELDS = 6;
    private static final int DAY_OF_MONTH = 2;
    private static final int DAY_OF_WEEK = 4;

    /** An expression as EventBridge takes it. */
    public static PropType<Schedule> type() {
        return new PropType<>() {
            @Override
            public String description() {
                return "a schedule such as 'rate(5 minutes)' or 'cron(0 12 * * ? *)'";
            }

            @Override
            public Schedule coerce(Object raw) {
                if (raw instanceof Schedule schedule) {
                    return schedule;
                }
                if (!(raw instanceof CharSequence text)) {
                    throw mismatch(raw);
                }
                String expression = text.toString();
                if (!Tokens.isIn(expression) && !isChecked(expression)) {
                    throw mismatch(raw);
                }
                return new Schedule(expression);
            }
        };
    }

    /** Whether it has one of the two forms; one that is wrong within is refused. */
    private static boolean isChecked(String expression) {
        Matcher rate = RATE.matcher(expression);
        Matcher cron = CRON.matcher(expression);
        if (rate.matches()) {
            checkRate(expression, rate);
        } else if (cron.matches()) {
            checkCron(expression, List.of(cron.group(1).strip().split("\\s+")));
        } else {
            return false;
        }
        return true;
    }

    private static void checkRate(String expression, Matcher rate) {
        long count = Long.parseLong(rate.group(1));
        String unit = rate.group(2);
        if (count == 0) {
            throw new Mismatch("'" + expression + "' never happens", "count from 1");
        }
        if ((count == 1) != rate.group(3).isEmpty()) {
            String right = "rate(" + count + " " + unit + (count == 1 ? "" : "s") + ")";
            throw new Mismatch("EventBridge does not take '" + expression + "'", "write '" + right + "'");
        }
    }

    private static void checkCron(String expression, List<String> fields) {
        if (fields.size() != FIELDS) {
            throw new Mismatch(
                    "'" + expression + "' has " + fields.size() + " fields and needs " + FIELDS,
                    "write minutes, hours, day of month, month, day of week and year, such as 'cron(0 12 * * ? *)'");
        }
        boolean isMonthDayOpen = fields.get(DAY_OF_MONTH).equals("?");
        boolean isWeekDayOpen = fields.get(DAY_OF_WEEK).equals("?");
        if (isMonthDayOpen == isWeekDayOpen) {
            throw new Mismatch(
                    "in '" + expression
                            + "' just one of the fields day of month and day of week may be '?', and one must be",
                    "write '?' for the one that does not matter");
        }
    }
}
