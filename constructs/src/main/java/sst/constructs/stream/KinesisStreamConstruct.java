package sst.constructs.stream;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.kinesis.IStream;
import software.amazon.awscdk.services.kinesis.Stream;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.StartingPosition;
import software.amazon.awscdk.services.lambda.eventsources.KinesisEventSource;
import sst.constructs.cdk.CdkProps;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.ConstructType;
import sst.constructs.construct.StackSite;
import sst.constructs.event.Actions;
import sst.constructs.event.Receivers;
import sst.constructs.event.Resource;
import sst.constructs.event.ResourceConstruct;
import sst.constructs.event.Spot;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.model.event.Consumer;
import sst.model.function.FunctionProps;
import sst.model.stream.KinesisStreamProps;

/** {@code kinesisStream}: a Kinesis data stream; consumers begin with what is new. */
public final class KinesisStreamConstruct {
    private static final Actions ACTIONS = new Actions(
            "kinesis:*",
            List.of(
                    "kinesis:DescribeStream",
                    "kinesis:DescribeStreamConsumer",
                    "kinesis:DescribeStreamSummary",
                    "kinesis:GetRecords",
                    "kinesis:GetShardIterator",
                    "kinesis:ListShards",
                    "kinesis:SubscribeToShard"),
            List.of("kinesis:ListShards", "kinesis:PutRecord", "kinesis:PutRecords"));

    private final Spot spot;
    private final IStream stream;
    private final Receivers receivers = new Receivers();

    private KinesisStreamConstruct(ConstructModel model, StackSite site) {
        KinesisStreamProps props = model.props(KinesisStreamProps.class);
        this.spot = Resource.spot(model, site, props.cdk(), "stream");
        this.stream = Resource.of(spot, CdkProps.of(props.cdk(), "stream"), IStream.class, this::make);
        consume(spot, props);
    }

    /** How streams are made. */
    public static ConstructType type() {
        return ConstructType.of(
                (model, site) -> new KinesisStreamConstruct(model, site).asConstruct(),
                KinesisStreamConstruct::functions);
    }

    private static Map<String, FunctionProps> functions(ConstructModel model, StackModel stack) {
        KinesisStreamProps props = model.props(KinesisStreamProps.class);
        return Receivers.own(props.consumers(), props.defaults(), stack);
    }

    private IStream make(Map<String, Object> own) {
        Stream.Builder builder = Stream.Builder.create(spot.scope(), "Stream")
                .streamName(spot.site().prefixed(spot.id()));
        return Resource.with(spot, builder, own).build();
    }

    private void consume(Spot place, KinesisStreamProps props) {
        for (Map.Entry<String, Consumer> entry : props.consumers().entrySet()) {
            Map<String, sst.model.value.CdkOverride> cdk = entry.getValue().cdk();
            CdkProps.requireKeys(cdk, List.of("function", "eventSource"));
            String child = "Consumer_" + spot.id() + "_" + entry.getKey();
            IFunction function = receivers.function(place, child, entry, props.defaults());
            KinesisEventSource.Builder source =
                    KinesisEventSource.Builder.create(stream).startingPosition(StartingPosition.LATEST);
            function.addEventSource(
                    Resource.with(place, source, CdkProps.of(cdk, "eventSource").props())
                            .build());
        }
    }

    private AppConstruct asConstruct() {
        return new ResourceConstruct(spot, stream)
                .value("streamName", stream::getStreamName)
                .value("streamArn", stream::getStreamArn)
                .bound(access -> ACTIONS.on(access, List.of(stream.getStreamArn())), "streamName")
                .functions(receivers)
                .extension((place, added) -> consume(place, added.props(KinesisStreamProps.class)));
    }
}
