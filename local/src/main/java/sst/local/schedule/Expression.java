package sst.local.schedule;

import com.cronutils.model.Cron;
import com.cronutils.model.definition.CronConstraintsFactory;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When something is to happen.
 * See https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */
public sealed interface Expression {
    /** The first time after {@code now}; empty when there is none any more. */
    Optional<Instant> after(Instant now);

    /** Again and again, counted from when it was set. */
    record Rate(Duration every, Instant since) implements Expression {
        @Override
        public Optional<Instant> after(Instant now) {
            long passed = Math.max(0, Duration.between(since, now).toMillis());
            long times = passed / every.toMillis() + 1;
            return Optional.of(since.plusMillis(times * every.toMillis()));
        }
    }

    /** By the calendar of a time zone. */
    record Calendar(Cron cron, ZoneId zone) implements Expression {
        @Override
        public Optional<Instant> after(Instant now) {
            return ExecutionTime.forCron(cron)
                    .nextExecution(now.atZone(zone))
                    .map(java.time.chrono.ChronoZonedDateTime::toInstant);
        }
    }

    /** Once. */
    record Once(Instant at) implements Expression {
        @Override
        public Optional<Instant> after(Instant now) {
            return at.isAfter(now) ? Optional.of(at) : Optional.empty();
        }
    }

    /**
     * Reads {@code rate(5 minutes)}, {@code cron(0 12 * * ? *)} or {@code at(2026-01-01T00:00:00)}.
     *
     * @param since from when rates count
     * @param zone the time zone of cron and at
     * @throws IllegalArgumentException when it is none of them
     */
    static Expression parse(String text, Instant since, ZoneId zone) {
        Matcher form = Forms.CALL.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("no schedule expression: " + text);
        }
        String inner = form.group(2).trim();
        return switch (form.group(1)) {
            case "rate" -> new Rate(Forms.duration(inner), since);
            case "cron" -> new Calendar(Forms.cron(inner), zone);
            default -> new Once(Forms.moment(inner, zone));
        };
    }

    /** The inner forms of expressions. */
    final class Forms {
        private static final Pattern CALL = Pattern.compile("(rate|cron|at)\\((.+)\\)");
        private static final Pattern RATE = Pattern.compile("([1-9][0-9]*) (minute|hour|day)(s?)");

        private Forms() {}

        static Duration duration(String text) {
            Matcher rate = RATE.matcher(text);
            if (!rate.matches() || rate.group(1).equals("1") != rate.group(3).isEmpty()) {
                throw new IllegalArgumentException("no rate: " + text);
            }
            long count = Long.parseLong(rate.group(1));
            return switch (rate.group(2)) {
                case "minute" -> Duration.ofMinutes(count);
                case "hour" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
        }

        static Instant moment(String text, ZoneId zone) {
            try {
                return LocalDateTime.parse(text).atZone(zone).toInstant();
            } catch (DateTimeParseException wrong) {
                throw new IllegalArgumentException("no time: " + text, wrong);
            }
        }

        static Cron cron(String text) {
            return new CronParser(definition()).parse(text).validate();
        }

        /** Six fields; Sunday is 1; one of the two day fields is a question mark. */
        private static CronDefinition definition() {
            return CronDefinitionBuilder.defineCron()
                    .withMinutes()
                    .withStrictRange()
                    .and()
                    .withHours()
                    .withStrictRange()
                    .and()
                    .withDayOfMonth()
                    .supportsL()
                    .supportsW()
                    .supportsQuestionMark()
                    .and()
                    .withMonth()
                    .and()
                    .withDayOfWeek()
                    .withValidRange(1, 7)
                    .withMondayDoWValue(2)
                    .supportsHash()
                    .supportsL()
                    .supportsQuestionMark()
                    .and()
                    .withYear()
                    .withValidRange(1970, 2199)
                    .and()
                    .withCronValidation(CronConstraintsFactory.ensureEitherDayOfWeekOrDayOfMonth())
                    .instance();
        }
    }
}
