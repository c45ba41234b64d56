package sst.constructs.config;

import java.util.List;
import java.util.Map;
import software.constructs.Construct;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.Bound;
import sst.constructs.construct.BoundValue;
import sst.constructs.construct.ConstructType;
import sst.constructs.construct.Grant;
import sst.constructs.construct.Places;
import sst.constructs.construct.StackSite;
import sst.model.construct.ConstructModel;

/** {@code secret}: a name under which the user keeps a value in SSM, for the stage or as a fallback for all stages. */
public final class SecretConstruct implements AppConstruct {
    private final ConstructModel model;
    private final StackSite site;
    private final Construct scope;

    private SecretConstruct(ConstructModel model, StackSite site) {
        String id = model.id().id();
        site.mark(List.of(id), new Places.Origin(id, "Secret", model.at()));
        this.model = model;
        this.site = site;
        this.scope = new Construct(site.stack(), id);
    }

    /** How secrets are made. */
    public static ConstructType type() {
        return SecretConstruct::new;
    }

    @Override
    public String attribute(String name) {
        if (name.equals("name")) {
            return model.id().id();
        }
        throw AppConstruct.lacks(model.id(), "'" + name + "' before it runs; secrets are read in handlers");
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
                "Secret",
                model.id().id(),
                Map.of("value", new BoundValue.Secret()),
                access -> List.of(Grant.allow(List.of("ssm:GetParameters"), arns())));
    }

    private List<String> arns() {
        String path = "Secret/" + model.id().id().replace('-', '_') + "/value";
        return List.of(
                arn(site.parameterPrefix() + path), arn("/sst/" + site.app().name() + "/.fallback/" + path));
    }

    private String arn(String name) {
        return "arn:" + site.stack().getPartition() + ":ssm:" + site.stack().getRegion() + ":"
                + site.stack().getAccount() + ":parameter" + name;
    }
}
