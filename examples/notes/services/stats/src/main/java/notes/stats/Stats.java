package notes.stats;

import java.util.List;
import java.util.Locale;

/** Figures about a set of texts; words are separated by white space. */
record Stats(int notes, long words, long characters, int longest) {

    static Stats of(List<String> texts) {
        return new Stats(
                texts.size(),
                texts.stream().mapToLong(Stats::words).sum(),
                texts.stream().mapToLong(Stats::characters).sum(),
                texts.stream().mapToInt(Stats::characters).max().orElse(0));
    }

    String toJson() {
        return String.format(
                Locale.ROOT,
                "{\"notes\":%d,\"words\":%d,\"characters\":%d,\"longest\":%d}",
                notes, words, characters, longest);
    }

    private static long words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    /** Characters as a reader counts them: an emoji is one. */
    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }
}
