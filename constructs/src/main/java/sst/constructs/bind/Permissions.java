package sst.constructs.bind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sst.constructs.construct.Grant;
import sst.constructs.construct.Values;
import sst.model.value.Permission;
import sst.model.value.Statement;

/** SST v2's permissions mini-language as IAM statements. */
final class Permissions {
    private final Values values;

    Permissions(Values values) {
        this.values = values;
    }

    List<Grant> grants(Permission permission) {
        if (permission instanceof Permission.Action action) {
            return List.of(Grant.allow(action.iamAction()));
        }
        if (permission instanceof Permission.OnConstruct construct) {
            return values.construct(construct.target()).permissions();
        }
        return permission instanceof Permission.Stated stated
                ? List.of(stated(stated.statement()))
                : List.of(Grant.allow("*"));
    }

    Grant stated(Statement statement) {
        List<String> resources =
                statement.resources().stream().map(values::text).toList();
        Map<String, Object> conditions = new LinkedHashMap<>();
        statement.conditions().forEach((operator, value) -> conditions.put(operator, values.deep(value)));
        return new Grant(statement.actions(), resources, statement.effect() != Statement.Effect.DENY, conditions);
    }
}
