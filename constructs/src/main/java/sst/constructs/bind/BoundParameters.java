package sst.constructs.bind;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awscdk.services.ssm.StringParameter;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.Bound;
import sst.constructs.construct.BoundValue;
import sst.model.app.AppModel;
import sst.model.construct.Attachment;
import sst.model.construct.ConstructModel;
import sst.model.ref.ConstructId;
import sst.model.value.Binding;

/**
 * The values of constructs in SSM, where handlers of SST v2 and scripts find them. Only for what some function is
 * bound to, and for parameters: SST v2 writes them for every construct, which counts against a stack's 500 resources.
 */
public final class BoundParameters {
    private final String prefix;

    public BoundParameters(String prefix) {
        this.prefix = prefix;
    }

    /** The constructs whose values are written. */
    public static Set<ConstructId> of(AppModel app, List<List<Binding>> bindings) {
        Set<ConstructId> ids = new LinkedHashSet<>();
        bindings.forEach(each -> each.forEach(binding -> ids.add(binding.target())));
        app.stacks().stream()
                .flatMap(stack -> stack.constructs().stream())
                .flatMap(BoundParameters::named)
                .forEach(ids::add);
        return ids;
    }

    private static Stream<ConstructId> named(ConstructModel construct) {
        Stream<ConstructId> attached = construct.attachments().stream()
                .map(Attachment::bindings)
                .flatMap(List::stream)
                .map(Binding::target);
        return construct.id().type().equals("Parameter")
                ? Stream.concat(Stream.of(construct.id()), attached)
                : attached;
    }

    /** Writes one construct's values; secrets are written by the user, never by a stack. */
    public void write(AppConstruct construct) {
        Bound bound = construct.bound();
        bound.properties().forEach((name, value) -> {
            if (value instanceof BoundValue.Plain plain) {
                StringParameter.Builder.create(construct.scope(), "Parameter_" + name)
                        .parameterName(prefix + bound.type() + "/" + bound.name() + "/" + name)
                        .stringValue(plain.value().get())
                        .build();
            }
        });
    }
}
