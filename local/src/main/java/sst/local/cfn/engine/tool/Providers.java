package sst.local.cfn.engine.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.template.ResourceDeclaration;
import sst.local.cfn.template.TemplateError;

/** The resource types that the local cloud has. */
public final class Providers {
    /** The type that also stands for every {@code Custom::Name}. */
    public static final String CUSTOM = "AWS::CloudFormation::CustomResource";

    private final Map<String, ResourceProvider> byType = new ConcurrentHashMap<>();

    /** Adds types; a type has one provider. */
    public void add(Collection<? extends ResourceProvider> providers) {
        for (ResourceProvider provider : providers) {
            if (byType.putIfAbsent(provider.type(), provider) != null) {
                throw new IllegalArgumentException("two providers of " + provider.type());
            }
        }
    }

    /** The names of all types; or of those alone that are recorded and have no effect. */
    public Set<String> types(boolean isRecordOnly) {
        return byType.values().stream()
                .filter(provider -> !isRecordOnly || provider.isRecordOnly())
                .map(ResourceProvider::type)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The only values that some properties of some types can have. */
    public Map<String, Map<String, Set<String>>> only() {
        Map<String, Map<String, Set<String>>> only = new TreeMap<>();
        byType.forEach((type, provider) -> {
            if (!provider.only().isEmpty()) {
                only.put(type, provider.only());
            }
        });
        return only;
    }

    /** The provider of a type; that of custom resources when no service knows the {@code Custom::} type itself. */
    public Optional<ResourceProvider> find(String type) {
        ResourceProvider own = byType.get(type);
        boolean isCustom = own == null && type.startsWith("Custom::");
        return Optional.ofNullable(isCustom ? byType.get(CUSTOM) : own);
    }

    /**
     * Refuses resources that no provider owns, all of them at once.
     *
     * @throws TemplateError that names each type, and where the template uses it
     */
    public void check(Collection<ResourceDeclaration> resources) {
        Set<String> unknown = new TreeSet<>();
        Set<String> unsupported = new TreeSet<>();
        for (ResourceDeclaration resource : resources) {
            Optional<ResourceProvider> provider = find(resource.type());
            provider.ifPresent(found -> unsupported.addAll(refused(found, resource)));
            if (provider.isEmpty()) {
                boolean isAws = resource.type().matches("AWS::\\w+::\\w+");
                (isAws ? unsupported : unknown)
                        .add(isAws ? resource.type() + " (" + resource.logicalId() + ")" : resource.type());
            }
        }
        demandNone(unknown, unsupported);
    }

    private static Set<String> refused(ResourceProvider provider, ResourceDeclaration resource) {
        Set<String> refused = new TreeSet<>();
        provider.only().forEach((property, values) -> {
            JsonNode value = resource.properties().path(property);
            if (value.isTextual() && !values.contains(value.asText())) {
                refused.add(resource.type() + " (" + resource.logicalId() + ") with " + property + " " + value.asText()
                        + ", only " + String.join(", ", new TreeSet<>(values)));
            }
        });
        return refused;
    }

    private static void demandNone(Set<String> unknown, Set<String> unsupported) {
        if (!unknown.isEmpty()) {
            throw new TemplateError("Template format error: Unrecognized resource types: " + unknown);
        }
        if (!unsupported.isEmpty()) {
            throw new TemplateError("not supported locally: " + String.join(", ", unsupported));
        }
    }
}
