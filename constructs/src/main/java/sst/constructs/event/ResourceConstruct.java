package sst.constructs.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.Bound;
import sst.constructs.construct.BoundValue;
import sst.constructs.construct.Grant;
import sst.constructs.construct.Grantee;
import sst.constructs.construct.StackSite;
import sst.model.construct.ConstructModel;
import sst.model.value.Access;

/**
 * The construct that most are: one CDK object, its values by name, what binding shows of it, and functions that it
 * calls. Whoever makes the object says these once, in a row.
 */
public final class ResourceConstruct implements AppConstruct, Extensible {
    private final Spot spot;
    private final Object resource;
    private final Map<String, Supplier<String>> values = new LinkedHashMap<>();
    private final List<Object> parts = new ArrayList<>();
    private Function<String, Optional<String>> others = name -> Optional.empty();
    private Bound bound = Bound.nothing();
    private @Nullable Supplier<List<Grant>> permissions;
    private Map<String, Member> functions = Map.of();
    private List<Grantee> grantees = List.of();
    private @Nullable BiConsumer<Spot, ConstructModel> extension;

    /** A construct for a CDK object. */
    public ResourceConstruct(Spot spot, Object resource) {
        this.spot = spot;
        this.resource = resource;
    }

    /** A value that references name; the CDK is asked for it only when one does. */
    public ResourceConstruct value(String name, Supplier<String> value) {
        values.put(name, value);
        return this;
    }

    /** A further CDK object, for constructs that take one of its type. */
    public ResourceConstruct part(Object object) {
        parts.add(object);
        return this;
    }

    /** Values whose names are not known before: those of rules, for example. */
    public ResourceConstruct others(Function<String, Optional<String>> lookup) {
        others = lookup;
        return this;
    }

    /**
     * What a function sees of it and may do with it.
     *
     * @param grants statements by how much is granted
     * @param properties the names of values that the function sees
     */
    public ResourceConstruct bound(Function<Access, List<Grant>> grants, String... properties) {
        Map<String, Supplier<String>> named = new LinkedHashMap<>();
        List.of(properties).forEach(property -> named.put(property, () -> attribute(property)));
        return bound(grants, named);
    }

    /**
     * The same, when what a function sees is not always the value of that name.
     *
     * @param grants statements by how much is granted
     * @param properties what the function sees
     */
    public ResourceConstruct bound(Function<Access, List<Grant>> grants, Map<String, Supplier<String>> properties) {
        Map<String, BoundValue> shown = new LinkedHashMap<>();
        properties.forEach((property, value) -> shown.put(property, new BoundValue.Plain(value)));
        bound = new Bound(spot.model().id().type(), spot.model().id().id(), shown, grants);
        return this;
    }

    /** What naming it among permissions grants, when that is not what binding grants. */
    public ResourceConstruct permits(Supplier<List<Grant>> grants) {
        permissions = grants;
        return this;
    }

    /** The functions that it calls. */
    public ResourceConstruct functions(Receivers receivers) {
        return functions(receivers.members());
    }

    /** What bindings and grants reach, by key. */
    public ResourceConstruct functions(Map<String, Member> members) {
        functions = members;
        return this;
    }

    /** Who is granted permissions besides functions; asked when everything is made. */
    public ResourceConstruct grantees(List<Grantee> all) {
        grantees = all;
        return this;
    }

    /** How to make what another stack adds, at the place there. */
    public ResourceConstruct extension(BiConsumer<Spot, ConstructModel> make) {
        extension = make;
        return this;
    }

    @Override
    public void extend(ConstructModel addition, StackSite site) {
        if (extension == null) {
            throw new IllegalStateException(spot.model().id() + " takes no additions");
        }
        extension.accept(spot.in(addition, site), addition);
    }

    @Override
    public String attribute(String name) {
        Supplier<String> value = values.get(name);
        return value == null
                ? others.apply(name)
                        .orElseThrow(() -> AppConstruct.lacks(spot.model().id(), "'" + name + "'"))
                : value.get();
    }

    @Override
    public Object cdk() {
        return resource;
    }

    @Override
    public Object cdk(Class<?> type) {
        return parts.stream().filter(type::isInstance).findFirst().orElse(resource);
    }

    @Override
    public Construct scope() {
        return spot.scope();
    }

    @Override
    public Bound bound() {
        return bound;
    }

    @Override
    public List<Grant> permissions() {
        return permissions == null ? bound.grants().apply(Access.ALL) : permissions.get();
    }

    @Override
    public Map<String, Member> functions() {
        return functions;
    }

    @Override
    public List<Grantee> grantees() {
        return grantees;
    }
}
