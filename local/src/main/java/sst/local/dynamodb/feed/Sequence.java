package sst.local.dynamodb.feed;

import java.util.Locale;

/** Sequence numbers as DynamoDB writes them: 21 digits and more. */
final class Sequence {
    private Sequence() {}

    static String text(long position) {
        return String.format(Locale.ROOT, "1%020d", position);
    }

    /**
     * The position of a sequence number.
     *
     * @throws NumberFormatException when it is none
     */
    static long position(String text) {
        if (text.length() != 21) {
            throw new NumberFormatException(text);
        }
        return Long.parseLong(text.substring(1));
    }
}
