package sst.local.dynamodb.partiql;

import java.util.List;
import sst.local.dynamodb.partiql.syntax.Statement;
import sst.local.dynamodb.partiql.syntax.StatementParser;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.value.AttributeValue;
import sst.local.dynamodb.value.ValueReader;

/** One statement of a request, with its parameters and what is said beside it. */
record Call(Input input) {
    Statement statement() {
        List<AttributeValue> parameters =
                input.list("Parameters").stream().map(ValueReader::value).toList();
        return StatementParser.parse(input.text("Statement", ""), parameters);
    }

    /** What a token of this call belongs to. */
    String identity() {
        return input.text("Statement", "") + input.list("Parameters");
    }

    boolean isConsistent() {
        return input.flag("ConsistentRead");
    }

    boolean showsOld() {
        return input.text("ReturnValuesOnConditionCheckFailure", "NONE").equals("ALL_OLD");
    }
}
