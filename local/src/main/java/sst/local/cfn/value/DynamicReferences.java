package sst.local.cfn.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.local.cfn.template.TemplateError;

/**
 * Replaces {@code {{resolve:ssm:name}}} and {@code {{resolve:secretsmanager:id}}} inside texts.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html">AWS</a>
 */
final class DynamicReferences {
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{resolve:([^:}]+):((?:\\{\\{[^}]*}}|[^}])+)}}");

    private DynamicReferences() {}

    static String resolve(String text, Scope scope) {
        Matcher reference = REFERENCE.matcher(text);
        StringBuilder resolved = new StringBuilder();
        while (reference.find()) {
            // What a plan does not know yet stands in braces of its own; such a reference stays as it is.
            String name = reference.group(2);
            String value = name.contains("{{") ? reference.group() : value(reference.group(1), name, scope);
            reference.appendReplacement(resolved, Matcher.quoteReplacement(value));
        }
        return reference.appendTail(resolved).toString();
    }

    private static String value(String service, String name, Scope scope) {
        if (service.equals("secretsmanager")) {
            SecretReference reference = SecretReference.parse(name);
            return scope.secret(reference)
                    .orElseThrow(() -> new TemplateError("Could not find a value associated with JSONKey in"
                            + " SecretString: {{resolve:secretsmanager:" + name + "}}"));
        }
        if (!service.equals("ssm") && !service.equals("ssm-secure")) {
            throw new TemplateError("Dynamic references to " + service + " are not supported locally: {{resolve:"
                    + service + ":" + name + "}}");
        }
        return scope.systemParameter(name)
                .orElseThrow(() -> new TemplateError("Parameters: [" + service + ":" + name + "] cannot be found."));
    }
}
