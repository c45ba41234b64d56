package sst.model.statemachine;

import sst.model.construct.ConstructHandle;
import sst.model.construct.ConstructScope;
import sst.model.ref.Ref;

/** The handle of a state machine. */
public final class StateMachine extends ConstructHandle<StateMachineProps> {
    public StateMachine(ConstructScope scope, StateMachineBlock block) {
        super(scope, block);
    }

    /** The state machine's ARN. */
    public Ref getStateMachineArn() {
        return ref("stateMachineArn");
    }

    /** The state machine's name. */
    public Ref getStateMachineName() {
        return ref("stateMachineName");
    }
}
