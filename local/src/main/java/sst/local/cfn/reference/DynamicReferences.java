package sst.local.cfn.reference;

import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.local.cfn.template.TemplateError;

/**
 * References inside texts: {@code {{resolve:ssm:name}}} is replaced as soon as it is met; those to secrets,
 * {@code {{resolve:ssm-secure:name}}} and {@code {{resolve:secretsmanager:id}}}, stay until a resource is made.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html">AWS</a>
 */
public final class DynamicReferences {
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{resolve:([^:}]+):((?:\\{\\{[^}]*}}|[^}])+)}}");
    private static final Set<String> SECURE = Set.of("ssm-secure", "secretsmanager");

    private DynamicReferences() {}

    /** Whether a text may have any. */
    public static boolean isIn(String text) {
        return text.contains("{{resolve:");
    }

    /**
     * The text with plain references replaced.
     *
     * @param parameters gives the value of an SSM parameter
     * @throws TemplateError when there is no such parameter, or a reference is malformed or of another service
     */
    public static String resolve(String text, Function<String, Optional<String>> parameters) {
        return replace(text, (service, name) -> open(service, name, parameters));
    }

    static String reveal(String text, SecureValues values) {
        return replace(
                text,
                (service, name) -> SECURE.contains(service) ? values.secret(service, name) : written(service, name));
    }

    private static String replace(String text, BinaryOperator<String> value) {
        Matcher reference = REFERENCE.matcher(text);
        StringBuilder replaced = new StringBuilder();
        while (reference.find()) {
            // What a plan does not know yet stands in braces of its own; such a reference stays as it is.
            String name = reference.group(2);
            String by = name.contains("{{") ? reference.group() : value.apply(reference.group(1), name);
            reference.appendReplacement(replaced, Matcher.quoteReplacement(by));
        }
        return reference.appendTail(replaced).toString();
    }

    private static String open(String service, String name, Function<String, Optional<String>> parameters) {
        if (service.equals("ssm")) {
            return parameters
                    .apply(name)
                    .orElseThrow(() -> new TemplateError("Parameters: [ssm:" + name + "] cannot be found."));
        }
        if (!SECURE.contains(service)) {
            throw new TemplateError(
                    "Dynamic references to " + service + " are not supported locally: " + written(service, name));
        }
        if (service.equals("secretsmanager")) {
            SecretReference.parse(name);
        }
        return written(service, name);
    }

    private static String written(String service, String name) {
        return "{{resolve:" + service + ":" + name + "}}";
    }
}
