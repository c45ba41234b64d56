package sst.local.apigateway;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The function in the URI of an integration or an authorizer. */
public final class FunctionUri {
    private static final Pattern FUNCTION = Pattern.compile("arn:aws[a-z-]*:lambda:[a-z0-9-]+:\\d{12}:function:[^/]+");

    private FunctionUri() {}

    /** The ARN, which may stand alone or in {@code …path/2015-03-31/functions/ARN/invocations}. */
    public static Optional<String> arn(String uri) {
        Matcher arn = FUNCTION.matcher(uri);
        return arn.find() ? Optional.of(arn.group()) : Optional.empty();
    }
}
