package sst.constructs.table;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.lambda.FilterCriteria;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.StartingPosition;
import software.amazon.awscdk.services.lambda.eventsources.DynamoEventSource;
import sst.constructs.cdk.CdkProps;
import sst.constructs.event.Receivers;
import sst.constructs.event.Resource;
import sst.constructs.event.Spot;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;
import sst.model.event.StreamConsumer;
import sst.model.table.TableProps;

/** The functions that get the changes of a table; they begin with what is new. */
final class TableConsumers {
    private final Spot spot;
    private final ITable table;
    private final Receivers receivers;

    TableConsumers(Spot spot, ITable table, Receivers receivers) {
        this.spot = spot;
        this.table = table;
        this.receivers = receivers;
    }

    void add(TableProps props) {
        for (Map.Entry<String, StreamConsumer> entry : props.consumers().entrySet()) {
            if (table.getTableStreamArn() == null) {
                throw Errors.of(Code.CONFLICT, "table '" + spot.id() + "' has consumers and no stream")
                        .hint("write stream true")
                        .subject(entry.getKey())
                        .asError();
            }
            StreamConsumer consumer = entry.getValue();
            CdkProps.requireKeys(consumer.cdk(), List.of("function", "eventSource"));
            String child = "Consumer_" + spot.id() + "_" + entry.getKey();
            IFunction function = receivers.function(spot, child, entry, props.defaults());
            function.addEventSource(source(consumer));
        }
    }

    private DynamoEventSource source(StreamConsumer consumer) {
        DynamoEventSource.Builder source =
                DynamoEventSource.Builder.create(table).startingPosition(StartingPosition.LATEST);
        if (!consumer.filters().isEmpty()) {
            source.filters(
                    consumer.filters().stream().map(FilterCriteria::filter).toList());
        }
        return Resource.with(
                        spot, source, CdkProps.of(consumer.cdk(), "eventSource").props())
                .build();
    }
}
