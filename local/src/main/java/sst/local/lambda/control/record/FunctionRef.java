package sst.local.lambda.control.record;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;

/**
 * Which function, and which version of it, a caller means.
 *
 * @param region the function's region
 * @param name without account or version
 * @param qualifier a version, an alias, or empty
 */
public record FunctionRef(String region, String name, String qualifier) {
    /** The version that changes. */
    public static final String LATEST = "$LATEST";

    private static final Pattern FORM = Pattern.compile(
            "(?:arn:aws[a-zA-Z-]*:lambda:([a-z0-9-]+):\\d{12}:function:|\\d{12}:function:)?([a-zA-Z0-9-_]{1,140})(?::(\\$LATEST|[a-zA-Z0-9-_]+))?");

    /** A name, a partial ARN or an ARN, each with or without a qualifier. */
    public static FunctionRef parse(String text, String region) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw Faults.invalid("Value '" + text + "' at 'functionName' failed to satisfy constraint: Member must"
                    + " satisfy regular expression pattern: " + FORM);
        }
        String own = form.group(1) == null ? region : form.group(1);
        return new FunctionRef(own, form.group(2), form.group(3) == null ? "" : form.group(3));
    }

    /** The same function with another qualifier. */
    public FunctionRef at(String other) {
        return new FunctionRef(region, name, other);
    }

    /** The ARN, with the qualifier if there is one. */
    public String arn() {
        String arn = "arn:aws:lambda:" + region + ":" + CallContext.ACCOUNT + ":function:" + name;
        return qualifier.isEmpty() ? arn : arn + ":" + qualifier;
    }

    /** The key of this function's records. */
    public String key() {
        return region + "/" + name;
    }

    /** The fault of a function that is not there. */
    public AwsException notFound() {
        return Faults.notFound("Function not found: " + arn());
    }
}
