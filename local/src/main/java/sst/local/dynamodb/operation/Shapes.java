package sst.local.dynamodb.operation;

import java.util.List;
import sst.local.dynamodb.request.Constraints;
import sst.local.dynamodb.request.Input;

/** Members that many item operations share, and the values they allow (API reference). */
final class Shapes {
    private static final List<String> CAPACITY = List.of("INDEXES", "TOTAL", "NONE");
    private static final List<String> METRICS = List.of("SIZE", "NONE");
    private static final List<String> RETURN_VALUES =
            List.of("ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW");

    private Shapes() {}

    static Constraints capacity(Input input) {
        return new Constraints().oneOf(input, "ReturnConsumedCapacity", CAPACITY);
    }

    static Constraints write(Input input) {
        Constraints constraints = capacity(input)
                .oneOf(input, "ReturnItemCollectionMetrics", METRICS)
                .oneOf(input, "ReturnValues", RETURN_VALUES)
                .oneOf(input, "ReturnValuesOnConditionCheckFailure", List.of("ALL_OLD", "NONE"))
                .oneOf(input, "ConditionalOperator", List.of("OR", "AND"));
        return tableName(constraints, input);
    }

    static Constraints read(Input input) {
        return tableName(capacity(input), input);
    }

    private static Constraints tableName(Constraints constraints, Input input) {
        constraints.required(input, "TableName");
        return input.text("TableName", "").startsWith("arn:") ? constraints : constraints.name(input, "TableName");
    }
}
