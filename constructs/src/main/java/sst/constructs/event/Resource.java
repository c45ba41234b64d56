package sst.constructs.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.constructs.Construct;
import sst.constructs.cdk.CdkErrors;
import sst.constructs.cdk.CdkProps;
import sst.constructs.construct.Places;
import sst.constructs.construct.StackSite;
import sst.model.construct.ConstructModel;
import sst.model.value.CdkOverride;

/** The CDK object that a construct stands for: made with the user's props over SST's, or given by a closure. */
public final class Resource {
    private Resource() {}

    /** The place of a construct whose {@code cdk} may have these keys; its node is made. */
    public static Spot spot(ConstructModel model, StackSite site, Map<String, CdkOverride> cdk, String... keys) {
        CdkProps.requireKeys(cdk, List.of(keys));
        String id = CdkProps.id(cdk, model.id().id());
        site.mark(List.of(id), new Places.Origin(model.id().id(), model.id().type(), model.at()));
        return new Spot(model, site, new Construct(site.stack(), id), id);
    }

    /** The closure's object, or the one made from the override's props. */
    @SuppressWarnings("unchecked")
    public static <T> T of(Spot spot, CdkOverride override, Function<Map<String, Object>, T> make) {
        return (T) override.factory()
                .map(factory -> CdkErrors.run(factory, spot.scope()))
                .orElseGet(() -> make.apply(override.props()));
    }

    /** What another construct of the app stands for, unless a closure gives an object. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public static <T> Optional<T> other(Spot spot, CdkOverride override, Optional<sst.model.ref.ConstructId> id) {
        return (Optional<T>) override.factory()
                .map(factory -> CdkErrors.run(factory, spot.scope()))
                .or(() -> id.map(each -> spot.site().values().construct(each).cdk()));
    }

    /** Lays CDK props over a builder, last. */
    public static <B> B with(Spot spot, B builder, Map<String, Object> props) {
        new CdkProps(spot.site().values()).apply(builder, props);
        return builder;
    }
}
