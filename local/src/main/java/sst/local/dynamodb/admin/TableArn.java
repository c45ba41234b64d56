package sst.local.dynamodb.admin;

import java.util.regex.Pattern;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;

/** The ARN by which tags name their table. */
final class TableArn {
    private static final Pattern ANY = Pattern.compile(".+:.+:.+:.+:.+:.+/.+");
    private static final Pattern TABLE = Pattern.compile("arn:aws:dynamodb:.+:\\d+:table/[^/]{2}[^/]+");

    private TableArn() {}

    /** What is no ARN at all is refused by AWS's authorization, which comes first. */
    static void require(Input input, String operation) {
        String arn = input.text("ResourceArn").orElseThrow(() -> Rejection.validation("Invalid TableArn"));
        if (!ANY.matcher(arn).matches()) {
            throw new AwsException(
                    400,
                    "AccessDeniedException",
                    "User: arn:aws:iam::" + CallContext.ACCOUNT + ":root is not authorized to perform: dynamodb:"
                            + operation + " on resource: " + (arn.isEmpty() ? "*" : arn));
        }
    }

    static void requireTable(Input input) {
        String arn = input.text("ResourceArn", "");
        if (!TABLE.matcher(arn).matches()) {
            throw Rejection.validation("Invalid TableArn: Invalid ResourceArn provided as input " + arn);
        }
    }
}
