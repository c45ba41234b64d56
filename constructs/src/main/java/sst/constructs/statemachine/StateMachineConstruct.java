package sst.constructs.statemachine;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.IStateMachine;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import sst.constructs.cdk.CdkProps;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.ConstructType;
import sst.constructs.construct.Grant;
import sst.constructs.construct.Grantee;
import sst.constructs.construct.StackSite;
import sst.constructs.event.Actions;
import sst.constructs.event.Resource;
import sst.constructs.event.ResourceConstruct;
import sst.constructs.event.Spot;
import sst.model.construct.ConstructModel;
import sst.model.ref.Tokens;
import sst.model.statemachine.StateMachineProps;

/** {@code stateMachine}: a Step Functions state machine, which may call the functions that its steps name. */
public final class StateMachineConstruct {
    private static final Actions ACTIONS = new Actions(
            "states:*",
            List.of("states:DescribeExecution", "states:GetExecutionHistory", "states:ListExecutions"),
            List.of("states:StartExecution", "states:StartSyncExecution", "states:StopExecution"));

    private StateMachineConstruct() {}

    /** How state machines are made. */
    public static ConstructType type() {
        return StateMachineConstruct::make;
    }

    private static AppConstruct make(ConstructModel model, StackSite site) {
        StateMachineProps props = model.props(StateMachineProps.class);
        Spot spot = Resource.spot(model, site, props.cdk(), "stateMachine");
        IStateMachine machine = Resource.of(
                spot, CdkProps.of(props.cdk(), "stateMachine"), IStateMachine.class, own -> make(spot, props, own));
        String arn = machine.getStateMachineArn();
        String name = requireNonNull(
                site.stack().splitArn(arn, ArnFormat.COLON_RESOURCE_NAME).getResourceName());
        String runs = "arn:" + site.stack().getPartition() + ":states:"
                + site.stack().getRegion() + ":" + site.stack().getAccount() + ":execution:" + name + ":*";
        return new ResourceConstruct(spot, machine)
                .value("stateMachineArn", () -> arn)
                .value("stateMachineName", () -> name)
                .bound(access -> ACTIONS.on(access, List.of(arn, runs)), "stateMachineArn")
                .grantees(List.of(new Grantee(props.permissions(), grant -> machine.getGrantPrincipal()
                        .addToPrincipalPolicy(grant.statement()))));
    }

    private static StateMachine make(Spot spot, StateMachineProps props, Map<String, Object> own) {
        Object steps = spot.site().values().deep(requireNonNull(props.definition()));
        String text = steps instanceof String json ? json : spot.site().stack().toJsonString(steps);
        StateMachine.Builder builder = StateMachine.Builder.create(spot.scope(), "StateMachine")
                .stateMachineName(spot.site().prefixed(spot.id()))
                .stateMachineType(
                        Boolean.TRUE.equals(props.express()) ? StateMachineType.EXPRESS : StateMachineType.STANDARD)
                .definitionBody(DefinitionBody.fromString(text));
        StateMachine machine = Resource.with(spot, builder, own).build();
        Tokens.refsIn(requireNonNull(props.definition())).stream()
                .filter(each -> each.attribute().equals("functionArn"))
                .map(each -> spot.site().values().text(each.toString()))
                .distinct()
                .forEach(arn ->
                        machine.addToRolePolicy(Grant.allow(List.of("lambda:InvokeFunction"), List.of(arn, arn + ":*"))
                                .statement()));
        return machine;
    }
}
