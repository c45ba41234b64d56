package sst.constructs.table;

import java.util.List;
import java.util.stream.Stream;
import sst.model.value.Access;

/** The DynamoDB actions of each access; the lists are those of the CDK's grants. */
final class TableActions {
    private static final List<String> READ = List.of(
            "dynamodb:BatchGetItem",
            "dynamodb:ConditionCheckItem",
            "dynamodb:DescribeTable",
            "dynamodb:GetItem",
            "dynamodb:GetRecords",
            "dynamodb:GetShardIterator",
            "dynamodb:Query",
            "dynamodb:Scan");
    private static final List<String> WRITE = List.of(
            "dynamodb:BatchWriteItem",
            "dynamodb:DeleteItem",
            "dynamodb:DescribeTable",
            "dynamodb:PutItem",
            "dynamodb:UpdateItem");

    private TableActions() {}

    static List<String> of(Access access) {
        return switch (access) {
            case ALL -> List.of("dynamodb:*");
            case READ -> READ;
            case WRITE -> WRITE;
            case READ_WRITE ->
                Stream.concat(READ.stream(), WRITE.stream()).distinct().sorted().toList();
        };
    }
}
