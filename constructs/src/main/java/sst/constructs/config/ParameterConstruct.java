package sst.constructs.config;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.constructs.Construct;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.Bound;
import sst.constructs.construct.BoundValue;
import sst.constructs.construct.ConstructType;
import sst.constructs.construct.Places;
import sst.constructs.construct.StackSite;
import sst.model.config.ParameterProps;
import sst.model.construct.ConstructModel;

/** {@code parameter}: a plain value that handlers and scripts read by name. */
public final class ParameterConstruct implements AppConstruct {
    private final ConstructModel model;
    private final Construct scope;
    private final String value;

    private ParameterConstruct(ConstructModel model, StackSite site) {
        String id = model.id().id();
        site.mark(List.of(id), new Places.Origin(id, "Parameter", model.at()));
        this.model = model;
        this.scope = new Construct(site.stack(), id);
        this.value = site.values()
                .text(Objects.requireNonNullElse(
                        model.props(ParameterProps.class).value(), ""));
    }

    /** How parameters are made. */
    public static ConstructType type() {
        return ParameterConstruct::new;
    }

    @Override
    public String attribute(String name) {
        return switch (name) {
            case "value" -> value;
            case "name" -> model.id().id();
            default -> throw AppConstruct.lacks(model.id(), "'" + name + "'");
        };
    }

    @Override
    public Object cdk() {
        return scope;
    }

    @Override
    public Construct scope() {
        return scope;
    }

    @Override
    public Bound bound() {
        return new Bound(
                "Parameter", model.id().id(), Map.of("value", new BoundValue.Plain(() -> value)), access -> List.of());
    }
}
