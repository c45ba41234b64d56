package sst.local.dynamodb.expression;

import sst.local.dynamodb.condition.Condition;
import sst.local.dynamodb.document.Operand;

/** What stands between operators: only what follows tells whether parentheses hold an operand or a condition. */
sealed interface Term {
    /** Whether it is written in parentheses. */
    boolean isWrapped();

    /** The function's name when it is a call; empty otherwise. */
    String function();

    /** The same in parentheses. */
    Term wrapped();

    /** A value. */
    record Value(Operand operand, String function, boolean isWrapped) implements Term {
        @Override
        public Term wrapped() {
            return new Value(operand, function, true);
        }
    }

    /** A condition. */
    record Test(Condition condition, String function, boolean isWrapped) implements Term {
        @Override
        public Term wrapped() {
            return new Test(condition, function, true);
        }
    }
}
