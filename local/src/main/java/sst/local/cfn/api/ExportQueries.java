package sst.local.cfn.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sst.local.cfn.api.call.Call;
import sst.local.cfn.api.call.Desk;
import sst.local.cfn.api.call.Input;
import sst.local.cfn.api.call.Json;
import sst.local.cfn.api.call.Pages;
import sst.local.cfn.api.call.Problems;
import sst.local.cfn.stack.Exports;
import sst.local.wire.CallContext;

/** Operations that look at exports. */
final class ExportQueries {
    private final Desk desk;

    ExportQueries(Desk desk) {
        this.desk = desk;
    }

    Map<String, Call> calls() {
        return Map.of("ListExports", this::exports, "ListImports", this::imports);
    }

    private ObjectNode exports(Input input, CallContext context) {
        ObjectNode answer = Json.object();
        List<Exports.Export> page =
                new Pages(desk.pages()).page(desk.tools().tables().exports().all(context.region()), input, answer);
        answer.set("Exports", Json.array(page, export -> Json.object()
                .put("ExportingStackId", export.stackArn())
                .put("Name", export.name())
                .put("Value", export.value())));
        return answer;
    }

    private ObjectNode imports(Input input, CallContext context) {
        String name = input.required("ExportName");
        Set<String> users = desk.outputs().users(context.region(), name);
        if (users.isEmpty()) {
            throw Problems.invalid("Export '" + name + "' is not imported by any stack.");
        }
        ObjectNode answer = Json.object();
        answer.set("Imports", Json.texts(new Pages(desk.pages()).page(List.copyOf(users), input, answer)));
        return answer;
    }
}
