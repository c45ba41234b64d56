package sst.local.cfn.engine.tool;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            if (find(resource.type()).isEmpty()) {
                boolean isAws = resource.type().matches("AWS::\\w+::\\w+");
                (isAws ? unsupported : unknown)
                        .add(isAws ? resource.type() + " (" + resource.logicalId() + ")" : resource.type());
            }
        }
        if (!unknown.isEmpty()) {
            throw new TemplateError("Template format error: Unrecognized resource types: " + unknown);
        }
        if (!unsupported.isEmpty()) {
            throw new TemplateError("not supported locally: " + String.join(", ", unsupported));
        }
    }
}
