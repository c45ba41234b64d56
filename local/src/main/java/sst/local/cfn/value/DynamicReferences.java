package sst.local.cfn.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.local.cfn.template.TemplateError;

/**
 * Replaces {@code {{resolve:ssm:name}}} inside texts.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html">AWS</a>
 */
final class DynamicReferences {
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{resolve:([^:}]+):([^}]+)}}");

    private DynamicReferences() {}

    static String resolve(String text, Scope scope) {
        Matcher reference = REFERENCE.matcher(text);
        StringBuilder resolved = new StringBuilder();
        while (reference.find()) {
            String value = value(reference.group(1), reference.group(2), scope);
            reference.appendReplacement(resolved, Matcher.quoteReplacement(value));
        }
        return reference.appendTail(resolved).toString();
    }

    private static String value(String service, String name, Scope scope) {
        if (!service.equals("ssm") && !service.equals("ssm-secure")) {
            throw new TemplateError("Dynamic references to " + service + " are not supported locally: {{resolve:"
                    + service + ":" + name + "}}");
        }
        return scope.systemParameter(name)
                .orElseThrow(() -> new TemplateError("Parameters: [" + service + ":" + name + "] cannot be found."));
    }
}
