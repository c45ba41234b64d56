package sst.constructs.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.constructs.Construct;
import sst.constructs.cdk.CdkProps;
import sst.constructs.construct.Places;
import sst.constructs.construct.StackSite;
import sst.model.construct.ConstructModel;
import sst.model.ref.ConstructId;
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
    public static <T> T of(Spot spot, CdkOverride override, Class<T> type, Function<Map<String, Object>, T> make) {
        return new CdkProps(spot.site().values())
                .given(override, spot.scope(), type)
                .orElseGet(() -> make.apply(override.props()));
    }

    /** The object that an override gives, for a caller who knows that it does. */
    public static <T> T given(Spot spot, CdkOverride override, Class<T> type) {
        return new CdkProps(spot.site().values())
                .given(override, spot.scope(), type)
                .orElseThrow();
    }

    /** What another construct of the app stands for, unless a closure gives an object. */
    public static <T> Optional<T> other(Spot spot, CdkOverride override, Class<T> type, Optional<ConstructId> id) {
        return new CdkProps(spot.site().values())
                .given(override, spot.scope(), type)
                .or(() -> id.map(
                        each -> type.cast(spot.site().values().construct(each).cdk())));
    }

    /** Lays CDK props over a builder, last. */
    public static <B> B with(Spot spot, B builder, Map<String, Object> props) {
        new CdkProps(spot.site().values()).apply(builder, props);
        return builder;
    }
}
