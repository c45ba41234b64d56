package notes.stats;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import sst.client.Resource;

/** GET /stats: how many notes there are and how long they are. */
public final class StatsHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final DynamoDbClient db = DynamoDbClient.create();

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent request, Context context) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(200)
                .withHeaders(Map.of("content-type", "application/json"))
                .withBody(Stats.of(texts()).toJson())
                .build();
    }

    private List<String> texts() {
        ScanRequest all = ScanRequest.builder()
                .tableName(Resource.table("Notes").tableName())
                .projectionExpression("#text")
                .expressionAttributeNames(Map.of("#text", "text"))
                .build();
        return db.scanPaginator(all).items().stream()
                .map(item -> item.get("text").s())
                .toList();
    }
}
