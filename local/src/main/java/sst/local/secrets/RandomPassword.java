package sst.local.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A password to be made.
 *
 * @param length how long
 * @param kinds the letters of each kind that it may have
 * @param isEachIncluded whether it has at least one of each kind
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html">AWS</a>
 */
record RandomPassword(int length, List<String> kinds, boolean isEachIncluded) {
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private static final int USUAL = 32;
    private static final int LONGEST = 4096;

    RandomPassword {
        kinds = List.copyOf(kinds);
        if (length < 1 || length > LONGEST) {
            throw Secrets.invalidParameter("The password length must be between 1 and " + LONGEST + ".");
        }
        if (kinds.isEmpty()) {
            throw Secrets.invalidParameter("There are no characters left to make a password of.");
        }
        if (isEachIncluded && kinds.size() > length) {
            throw Secrets.invalidParameter("Password length is too short for the required character types.");
        }
    }

    /** What a call of {@code GetRandomPassword}, or a template's {@code GenerateSecretString}, asks for. */
    static RandomPassword of(JsonNode asked) {
        String without = asked.path("ExcludeCharacters").asText();
        List<String> kinds = new ArrayList<>();
        add(kinds, asked, "ExcludeLowercase", LOWER);
        add(kinds, asked, "ExcludeUppercase", UPPER);
        add(kinds, asked, "ExcludeNumbers", DIGITS);
        add(kinds, asked, "ExcludePunctuation", PUNCTUATION);
        if (asked.path("IncludeSpace").asBoolean(false)) {
            kinds.add(" ");
        }
        kinds.replaceAll(kind -> kept(kind, without));
        kinds.removeIf(String::isEmpty);
        int length = asked.path("PasswordLength").asInt(USUAL);
        return new RandomPassword(
                length, kinds, asked.path("RequireEachIncludedType").asBoolean(true));
    }

    private static void add(List<String> kinds, JsonNode asked, String exclusion, String letters) {
        if (!asked.path(exclusion).asBoolean(false)) {
            kinds.add(letters);
        }
    }

    private static String kept(String kind, String without) {
        StringBuilder kept = new StringBuilder();
        kind.chars().filter(letter -> without.indexOf(letter) < 0).forEach(letter -> kept.append((char) letter));
        return kept.toString();
    }

    String make(Random random) {
        List<Character> letters = new ArrayList<>();
        if (isEachIncluded) {
            kinds.forEach(kind -> letters.add(kind.charAt(random.nextInt(kind.length()))));
        }
        String all = String.join("", kinds);
        while (letters.size() < length) {
            letters.add(all.charAt(random.nextInt(all.length())));
        }
        Collections.shuffle(letters, random);
        StringBuilder password = new StringBuilder();
        letters.forEach(password::append);
        return password.toString();
    }
}
