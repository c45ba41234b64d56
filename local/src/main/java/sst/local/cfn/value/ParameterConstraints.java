package sst.local.cfn.value;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import sst.local.cfn.template.ParameterDeclaration;
import sst.local.cfn.template.TemplateError;

/** Checks a parameter's value against its declaration, with AWS's texts. */
final class ParameterConstraints {
    private ParameterConstraints() {}

    static void check(ParameterDeclaration declaration, String value) {
        String name = declaration.name();
        List<String> items = declaration.isList() ? List.of(value.split(",")) : List.of(value);
        List<String> allowed = declaration.allowedValues();
        for (String item : items) {
            demand(
                    allowed.isEmpty() || allowed.contains(item.strip()),
                    declaration,
                    "Parameter '" + name + "' must be one of AllowedValues");
        }
        String pattern = declaration.text("AllowedPattern");
        demand(
                pattern == null || matches(pattern, value, name),
                declaration,
                "Parameter '" + name + "' must match pattern " + pattern);
        checkLength(declaration, value);
        if (declaration.valueType().contains("Number")) {
            items.forEach(item -> checkNumber(declaration, item.strip()));
        }
    }

    private static boolean matches(String pattern, String value, String name) {
        try {
            return Pattern.matches(pattern, value);
        } catch (PatternSyntaxException malformed) {
            throw new TemplateError(
                    "Template format error: AllowedPattern of parameter " + name + " is no valid pattern");
        }
    }

    private static void checkLength(ParameterDeclaration declaration, String value) {
        @Nullable String least = declaration.text("MinLength");
        @Nullable String most = declaration.text("MaxLength");
        String name = "Parameter '" + declaration.name() + "' must contain at ";
        demand(
                least == null || value.length() >= Long.parseLong(least),
                declaration,
                name + "least " + least + " characters");
        demand(
                most == null || value.length() <= Long.parseLong(most),
                declaration,
                name + "most " + most + " characters");
    }

    private static void checkNumber(ParameterDeclaration declaration, String value) {
        String name = "Parameter '" + declaration.name() + "' must be a number";
        double number = number(value, name);
        @Nullable String least = declaration.text("MinValue");
        @Nullable String most = declaration.text("MaxValue");
        demand(least == null || number >= Double.parseDouble(least), declaration, name + " not less than " + least);
        demand(most == null || number <= Double.parseDouble(most), declaration, name + " not greater than " + most);
    }

    private static double number(String value, String message) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException notNumber) {
            throw new TemplateError(message);
        }
    }

    private static void demand(boolean holds, ParameterDeclaration declaration, String message) {
        if (!holds) {
            @Nullable String description = declaration.text("ConstraintDescription");
            throw new TemplateError(
                    description == null
                            ? message
                            : "Parameter " + declaration.name() + " failed to satisfy constraint: " + description);
        }
    }
}
