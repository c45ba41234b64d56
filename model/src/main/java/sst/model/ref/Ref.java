package sst.model.ref;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A value of a construct that exists only once CDK runs or the stack is deployed, such as a table's name. Its text is a
 * unique token, so it may be put into strings, maps and lists; {@link Tokens} finds it there again.
 *
 * @param target whose value it is
 * @param attribute which value, such as {@code tableName}
 */
public record Ref(ConstructId target, String attribute) implements CharSequence {
    /** The token. */
    @Override
    public String toString() {
        return "${sst:" + encoded(target.stack()) + ":" + encoded(target.type()) + ":" + encoded(target.id()) + ":"
                + encoded(attribute) + "}";
    }

    /** Ids of a construct's own functions hold route keys, which may contain what delimits a token. */
    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    @Override
    public int length() {
        return toString().length();
    }

    @Override
    public char charAt(int index) {
        return toString().charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().subSequence(start, end);
    }
}
