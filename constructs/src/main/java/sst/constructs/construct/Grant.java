package sst.constructs.construct;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * One IAM statement.
 *
 * @param actions such as {@code dynamodb:*}
 * @param resources ARNs
 * @param isAllowed false denies
 * @param conditions by operator; may be empty
 */
public record Grant(List<String> actions, List<String> resources, boolean isAllowed, Map<String, Object> conditions) {
    public Grant {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
    }

    /** As the CDK takes it. */
    public PolicyStatement statement() {
        PolicyStatement.Builder statement = PolicyStatement.Builder.create()
                .actions(actions)
                .resources(resources)
                .effect(isAllowed ? Effect.ALLOW : Effect.DENY);
        if (!conditions.isEmpty()) {
            statement.conditions(conditions);
        }
        return statement.build();
    }

    /** Allows actions on resources. */
    public static Grant allow(List<String> actions, List<String> resources) {
        return new Grant(actions, resources, true, Map.of());
    }

    /** Allows actions on everything. */
    public static Grant allow(String... actions) {
        return allow(List.of(actions), List.of("*"));
    }

    /** Denies actions on everything. */
    public static Grant deny(String... actions) {
        return new Grant(List.of(actions), List.of("*"), false, Map.of());
    }
}
