package sst.local.cfn.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import sst.local.cfn.template.ParameterDeclaration;
import sst.local.cfn.template.Template;
import sst.local.cfn.template.TemplateError;

/**
 * Works out the parameters of a stack operation.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html">AWS</a>
 */
public final class ParameterValues {
    private final Function<String, Optional<String>> parameterStore;

    /** Values that come from this parameter store where a type asks for it. */
    public ParameterValues(Function<String, Optional<String>> parameterStore) {
        this.parameterStore = parameterStore;
    }

    /**
     * The value of every declared parameter.
     *
     * @param template declares them
     * @param given by the caller
     * @param previous of the stack before, for {@code UsePreviousValue}
     * @throws TemplateError for missing, unknown or forbidden values
     */
    public Map<String, ParameterValue> resolve(
            Template template, Map<String, GivenParameter> given, Map<String, ParameterValue> previous) {
        refuseUnknown(template, given);
        Map<String, ParameterValue> values = new LinkedHashMap<>();
        Set<String> missing = new TreeSet<>();
        for (ParameterDeclaration declaration : template.parameters().values()) {
            Optional<String> raw = raw(declaration, given, previous);
            if (raw.isEmpty()) {
                missing.add(declaration.name());
            } else {
                values.put(declaration.name(), value(declaration, raw.get()));
            }
        }
        if (!missing.isEmpty()) {
            throw new TemplateError("Parameters: " + missing + " must have values");
        }
        return Collections.unmodifiableMap(values);
    }

    private static void refuseUnknown(Template template, Map<String, GivenParameter> given) {
        Set<String> unknown = new TreeSet<>(given.keySet());
        unknown.removeAll(template.parameters().keySet());
        if (!unknown.isEmpty()) {
            throw new TemplateError("Parameters: " + unknown + " do not exist in the template");
        }
    }

    private static Optional<String> raw(
            ParameterDeclaration declaration, Map<String, GivenParameter> given, Map<String, ParameterValue> previous) {
        GivenParameter parameter = given.get(declaration.name());
        if (parameter == null) {
            return declaration.defaultValue();
        }
        if (!parameter.usePrevious()) {
            return Optional.of(parameter.value());
        }
        ParameterValue before = previous.get(declaration.name());
        return before == null ? declaration.defaultValue() : Optional.of(before.given());
    }

    private ParameterValue value(ParameterDeclaration declaration, String given) {
        ParameterConstraints.check(declaration, given);
        if (!declaration.isFromParameterStore()) {
            return new ParameterValue(declaration.name(), given, null, declaration.isSecret());
        }
        String stored = parameterStore
                .apply(given)
                .orElseThrow(() -> new TemplateError(
                        "Unable to fetch parameters [" + given + "] from parameter store for this account."));
        return new ParameterValue(declaration.name(), given, stored, declaration.isSecret());
    }
}
