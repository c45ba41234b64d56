package sst.model.ref;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds references inside texts and nested values. */
public final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("\\$\\{sst:([^:}]*):([^:}]*):([^:}]*):([^:}]*)\\}");

    private Tokens() {}

    /** A piece of a text: plain, or a reference. */
    public sealed interface Segment {
        /** Text as it stands. */
        record Plain(String text) implements Segment {}

        /** A reference to be resolved. */
        record Value(Ref ref) implements Segment {}
    }

    /** The text cut into plain pieces and references, in order; one plain piece when there is no reference. */
    public static List<Segment> segments(String text) {
        List<Segment> segments = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                segments.add(new Segment.Plain(text.substring(from, matcher.start())));
            }
            segments.add(new Segment.Value(ref(matcher)));
            from = matcher.end();
        }
        if (from < text.length() || segments.isEmpty()) {
            segments.add(new Segment.Plain(text.substring(from)));
        }
        return segments;
    }

    /** Whether the text holds a reference. */
    public static boolean isIn(String text) {
        return text.contains("${sst:") && TOKEN.matcher(text).find();
    }

    /** Every reference below a value made of texts, maps, lists and {@link Ref}s. */
    public static List<Ref> refsIn(Object value) {
        List<Ref> refs = new ArrayList<>();
        collect(value, refs);
        return refs;
    }

    private static void collect(Object value, List<Ref> refs) {
        if (value instanceof Ref ref) {
            refs.add(ref);
        } else if (value instanceof CharSequence text) {
            TOKEN.matcher(text).results().forEach(found -> refs.add(ref(found)));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> collect(each, refs));
        } else if (value instanceof Iterable<?> items) {
            items.forEach(each -> collect(each, refs));
        }
    }

    private static Ref ref(MatchResult token) {
        ConstructId target = new ConstructId(part(token, 1), part(token, 2), part(token, 3));
        return new Ref(target, part(token, 4));
    }

    private static String part(MatchResult token, int group) {
        return URLDecoder.decode(token.group(group), StandardCharsets.UTF_8);
    }
}
