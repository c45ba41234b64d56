package sst.constructs.function;

import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.lambda.ILayerVersion;
import software.amazon.awscdk.services.lambda.LayerVersion;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;
import software.constructs.IConstruct;
import sst.constructs.construct.Values;
import sst.model.function.Layer;

/**
 * The layers of a function. One that another stack makes is found through a parameter: an export could not change as
 * long as some stack imports it, and layers change with each version (SST v2).
 */
final class Layers {
    private final LambdaFunction.Spot spot;
    private final Values values;

    Layers(LambdaFunction.Spot spot, Values values) {
        this.spot = spot;
        this.values = values;
    }

    List<ILayerVersion> of(List<Layer> layers) {
        return layers.stream().map(this::of).toList();
    }

    private ILayerVersion of(Layer layer) {
        if (layer.object().isPresent()) {
            return placed((ILayerVersion) values.construct(layer.object().get()).cdk());
        }
        return LayerVersion.fromLayerVersionArn(spot.scope(), spot.id() + layer.arn(), values.text(layer.arn()));
    }

    private ILayerVersion placed(ILayerVersion layer) {
        Stack theirs = Stack.of(layer);
        Stack ours = Stack.of(spot.scope());
        boolean isHere = theirs.getNode().getPath().equals(ours.getNode().getPath());
        return isHere || !Token.isUnresolved(layer.getLayerVersionArn()) ? layer : imported(layer, theirs, ours);
    }

    private ILayerVersion imported(ILayerVersion layer, Stack theirs, Stack ours) {
        ours.addStackDependency(theirs);
        String id = layer.getNode().getId();
        String address = layer.getNode().getAddr();
        String parameter = id + "Arn-" + address;
        String name = "/layers/" + theirs.getNode().getId() + "/" + parameter;
        if (theirs.getNode().tryFindChild(parameter) == null) {
            StringParameter.Builder.create(theirs, parameter)
                    .parameterName(name)
                    .stringValue(layer.getLayerVersionArn())
                    .build();
        }
        Construct scope = spot.scope();
        IConstruct known = scope.getNode().tryFindChild("I" + id + "-" + address);
        return known instanceof ILayerVersion there
                ? there
                : LayerVersion.fromLayerVersionArn(
                        scope, "I" + id + "-" + address, StringParameter.valueForStringParameter(scope, name));
    }
}
