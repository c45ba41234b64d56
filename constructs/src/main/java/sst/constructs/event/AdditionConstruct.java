package sst.constructs.event;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.constructs.Construct;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.ConstructType;
import sst.constructs.construct.StackSite;
import sst.model.app.StackModel;
import sst.model.construct.Addition;
import sst.model.construct.ConstructModel;
import sst.model.function.FunctionProps;
import sst.model.ref.ConstructId;

/** What one stack adds to a construct of another; the functions count as that construct's. */
public final class AdditionConstruct implements AppConstruct {
    private final ConstructId id;
    private final AppConstruct parent;

    private AdditionConstruct(ConstructModel model, StackSite site) {
        this.id = model.id();
        this.parent = site.values().construct(model.props(Addition.class).to());
        ((Extensible) parent).extend(inner(model), site);
    }

    /**
     * How additions are made.
     *
     * @param types the class of constructs of an id
     */
    public static ConstructType type(Function<ConstructId, ConstructType> types) {
        return new ConstructType() {
            @Override
            public AppConstruct make(ConstructModel model, StackSite site) {
                return new AdditionConstruct(model, site);
            }

            @Override
            public List<String> files(ConstructModel model) {
                return types.apply(model.props(Addition.class).to()).files(inner(model));
            }

            @Override
            public Map<String, FunctionProps> functions(ConstructModel model, StackModel stack) {
                ConstructId to = model.props(Addition.class).to();
                return types.apply(to).functions(inner(model), stack);
            }
        };
    }

    private static ConstructModel inner(ConstructModel model) {
        Record props = model.props(Addition.class).props();
        return new ConstructModel(model.id(), props, model.attachments(), model.hooks(), model.at());
    }

    @Override
    public String attribute(String name) {
        throw AppConstruct.lacks(id, "'" + name + "'");
    }

    @Override
    public Object cdk() {
        return parent.cdk();
    }

    @Override
    public Construct scope() {
        return parent.scope();
    }
}
