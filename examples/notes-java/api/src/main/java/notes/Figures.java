package notes;

import java.util.List;

/** Figures about a set of texts; words are separated by white space. */
record Figures(int notes, long words, long characters, int longest) {

    static Figures of(List<String> texts) {
        return new Figures(
                texts.size(),
                texts.stream().mapToLong(Figures::words).sum(),
                texts.stream().mapToLong(Figures::characters).sum(),
                texts.stream().mapToInt(Figures::characters).max().orElse(0));
    }

    static long words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    /** Characters as a reader counts them: an emoji is one. */
    static int characters(String text) {
        return text.codePointCount(0, text.length());
    }
}
