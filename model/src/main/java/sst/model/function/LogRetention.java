package sst.model.function;

import java.util.Locale;

/** How long log events are kept; the names are SST v2's. */
public enum LogRetention {
    ONE_DAY(1),
    THREE_DAYS(3),
    FIVE_DAYS(5),
    ONE_WEEK(7),
    TWO_WEEKS(14),
    ONE_MONTH(30),
    TWO_MONTHS(60),
    THREE_MONTHS(90),
    FOUR_MONTHS(120),
    FIVE_MONTHS(150),
    SIX_MONTHS(180),
    ONE_YEAR(365),
    THIRTEEN_MONTHS(400),
    EIGHTEEN_MONTHS(545),
    TWO_YEARS(731),
    FIVE_YEARS(1827),
    SIX_YEARS(2192),
    SEVEN_YEARS(2557),
    EIGHT_YEARS(2922),
    NINE_YEARS(3288),
    TEN_YEARS(3653),
    INFINITE(0);

    private final int days;

    LogRetention(int days) {
        this.days = days;
    }

    /** Days; 0 keeps for ever. */
    public int days() {
        return days;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
