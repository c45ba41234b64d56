package sst.constructs.construct;

import java.util.LinkedHashMap;
import java.util.Map;
import sst.model.ref.ConstructId;
import sst.model.ref.Tokens;

/** Turns what the model says about other constructs into what the CDK says. */
public interface Values {
    /** The construct, made now if it was not yet. */
    AppConstruct construct(ConstructId id);

    /** A text with the CDK's tokens in place of references. */
    default String text(String text) {
        if (!Tokens.isIn(text)) {
            return text;
        }
        StringBuilder resolved = new StringBuilder();
        for (Tokens.Segment segment : Tokens.segments(text)) {
            if (segment instanceof Tokens.Segment.Value value) {
                resolved.append(
                        construct(value.ref().target()).attribute(value.ref().attribute()));
            } else if (segment instanceof Tokens.Segment.Plain plain) {
                resolved.append(plain.text());
            }
        }
        return resolved.toString();
    }

    /** The same for everything inside maps and lists; a construct's identity becomes its CDK object. */
    default Object deep(Object value) {
        if (value instanceof ConstructId id) {
            return construct(id).cdk();
        }
        if (value instanceof CharSequence text) {
            return text(text.toString());
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> resolved = new LinkedHashMap<>();
            map.forEach((key, each) -> resolved.put(String.valueOf(key), deep(each)));
            return resolved;
        }
        if (value instanceof Iterable<?> items) {
            java.util.List<Object> resolved = new java.util.ArrayList<>();
            items.forEach(each -> resolved.add(deep(each)));
            return resolved;
        }
        return value;
    }
}
