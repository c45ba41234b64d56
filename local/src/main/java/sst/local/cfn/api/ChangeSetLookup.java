package sst.local.cfn.api;

import java.util.Optional;
import sst.local.cfn.api.call.Desk;
import sst.local.cfn.api.call.Input;
import sst.local.cfn.api.call.Problems;
import sst.local.cfn.changeset.ChangeSet;
import sst.local.cfn.stack.Stack;
import sst.local.wire.CallContext;

/** Finds the change set that a call names, by ARN, or by name and stack. */
record ChangeSetLookup(Desk desk) {
    ChangeSet find(Input input, CallContext context) {
        String name = input.required("ChangeSetName");
        return maybe(input, context).orElseThrow(() -> Problems.noChangeSet(name));
    }

    Optional<ChangeSet> maybe(Input input, CallContext context) {
        String name = input.required("ChangeSetName");
        if (name.startsWith("arn:")) {
            return desk.changeSets().find(name);
        }
        if (input.text("StackName").isEmpty()) {
            throw Problems.invalid("StackName must be specified if ChangeSetName is not specified as an ARN.");
        }
        Stack stack = desk.living(context.region(), input.text("StackName"));
        return desk.changeSets().find(stack.id(), name);
    }
}
