package orders.shipping;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import sst.client.Resource;

/** Ships what the event bus says was ordered. */
public final class ShipHandler implements RequestHandler<Map<String, Object>, Void> {
    private final DynamoDbClient db = DynamoDbClient.create();

    @Override
    public Void handleRequest(Map<String, Object> event, Context context) {
        Map<?, ?> order = (Map<?, ?>) event.get("detail");
        Map<String, AttributeValue> step = Map.of(
                "orderId", AttributeValue.fromS(String.valueOf(order.get("id"))),
                "step", AttributeValue.fromS("shipped"));
        db.putItem(put -> put.tableName(Resource.table("Trail").tableName()).item(step));
        return null;
    }
}
