package sst.model.statemachine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Construct;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;
import sst.model.value.Permission;

/** Steps that call functions and other services, one after another or side by side. */
@Construct(
        value = "stateMachine",
        doc = "A Step Functions state machine: steps that call functions and other services.",
        handle = StateMachine.class)
public record StateMachineProps(
        @Nullable
                @Prop(
                        value = "The steps, as JSON or a map in the Amazon States Language.",
                        example = "StartAt: 'Done', States: [Done: [Type: 'Succeed']]",
                        required = true)
                Object definition,
        @Nullable @Prop(value = "Whether runs are many and short.", defaultsTo = "false") Boolean express,
        @Prop(value = "What steps may do besides calling the functions they name.", example = "'sqs:SendMessage'")
                List<Permission> permissions,
        @Prop(
                        value = "CDK props of the state machine, merged last, or a closure that returns one.",
                        example = "stateMachine: [comment: 'orders']")
                Map<String, CdkOverride> cdk) {}
