package sst.local.dynamodb.shape;

import java.util.regex.Pattern;

/** Base64 as the front end reads it: with padding, and no bits beyond the last byte. */
final class Base64Text {
    private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9+/]*={0,2}");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int GROUP = 4;

    private Base64Text() {}

    static void check(String text) {
        if (text.length() % GROUP != 0) {
            throw Mismatch.of("Base64 encoded length is expected a multiple of 4 bytes but found: " + text.length());
        }
        int end = text.length();
        while (end > 0 && text.length() - end < 2 && text.charAt(end - 1) == '=') {
            end--;
        }
        int padding = text.length() - end;
        if (padding > 0 && (end == 0 || hasSpareBits(text.charAt(end - 1), padding))) {
            throw Mismatch.of("Invalid last non-pad Base64 character dectected");
        }
        if (!CHARACTERS.matcher(text).matches()) {
            throw Mismatch.of("Invalid Base64 character detected");
        }
    }

    private static boolean hasSpareBits(char last, int padding) {
        int bits = ALPHABET.indexOf(last);
        int spare = padding == 1 ? 0b11 : 0b1111;
        return bits < 0 || (bits & spare) != 0;
    }
}
