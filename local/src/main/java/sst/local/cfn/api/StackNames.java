package sst.local.cfn.api;

import sst.local.cfn.api.call.Problems;
import sst.local.cfn.stack.Stack;

/** Checks names and states that several operations ask about. */
final class StackNames {
    private static final String NAME = "[a-zA-Z][-a-zA-Z0-9]*";

    private StackNames() {}

    static String check(String name) {
        if (!name.matches(NAME)) {
            throw Problems.invalid("1 validation error detected: Value '" + name + "' at 'stackName' failed to satisfy"
                    + " constraint: Member must satisfy regular expression pattern: " + NAME);
        }
        if (name.length() > 128) {
            throw Problems.invalid("1 validation error detected: Value '" + name + "' at 'stackName' failed to satisfy"
                    + " constraint: Member must have length less than or equal to 128");
        }
        return name;
    }

    static void demandUpdatable(Stack stack) {
        if (!stack.status().isUpdatable()) {
            throw Problems.invalid(
                    "Stack:" + stack.id().arn() + " is in " + stack.status() + " state and can not be updated.");
        }
    }
}
